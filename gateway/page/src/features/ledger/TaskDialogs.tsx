import { Checkbox, DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { enterTakesTheDay } from '@/components/enterTakesTheDay'
import type { Task } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useSuspend } from '@/lib/requests/taskLife'
import { useReturnTask, useUrge } from '@/lib/requests/tasks'
import { longDay } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'
import { partWords } from '@/lib/words'

export function UrgeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const unitWords = useUnitWords()
  const urge = useUrge()
  const [unitId, setUnitId] = useState<string>('')
  const [words, setWords] = useState('')
  return (
    <Modal
      open
      title="催办"
      okText="发出催办"
      okButtonProps={{ loading: urge.isPending }}
      onCancel={onClose}
      onOk={() =>
        urge.mutate({ id: task.id, version: task.version, unitId: unitId || undefined, words }, { onSuccess: onClose })
      }
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        同一任务对同一单位每天只能催办一次，催办记录在案。
      </p>
      <Radio.Group
        value={unitId}
        onChange={(event) => setUnitId(event.target.value)}
        style={{ display: 'grid', gap: 8, marginBottom: 14 }}
        options={[
          { value: '', label: '全部牵头单位' },
          ...task.parts.map((part) => ({
            value: part.unit.id,
            label: `${unitWords(part.unit)}（${partWords[part.part]}）`,
          })),
        ]}
      />
      <Input.TextArea
        aria-label="催办附言"
        placeholder={`附言（可不填），例如：请于${longDay(task.dueOn) === '—' ? '本月底' : longDay(task.dueOn)}前完成`}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Modal>
  )
}

export function SuspendDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const suspend = useSuspend()
  const today = useToday()
  const [form] = Form.useForm<{ reason: string; day?: Dayjs | null }>()
  return (
    <Modal
      open
      title="暂缓办理"
      okText="暂缓"
      okButtonProps={{ loading: suspend.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        暂缓期间不报送、不催办、不亮灯，待报的报送免报；完成时限不变，需要时可另行调整。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onKeyDown={enterTakesTheDay}
        onFinish={({ reason, day }) =>
          suspend.mutate(
            {
              id: task.id,
              version: task.version,
              reason: reason.trim(),
              resumesOn: day ? day.format('YYYY-MM-DD') : null,
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item
          name="reason"
          label="暂缓原因"
          rules={[{ required: true, whitespace: true, message: '请填写暂缓原因' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="day" label="自动恢复日期（可不填）">
          <DatePicker minDate={dayjs(today).add(1, 'day')} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** With several lead units, it may be one of them that has to do more. */
export function ReturnDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const back = useReturnTask()
  const unitWords = useUnitWords()
  const completed = task.parts.filter(({ state }) => state === 'COMPLETED')
  const [form] = Form.useForm<{ reason: string; units: string[] }>()
  return (
    <Modal
      open
      title="退回办结申请"
      okText="退回"
      okButtonProps={{ loading: back.isPending, danger: true }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ units: completed.map(({ unit }) => unit.id) }}
        onFinish={({ reason, units }) =>
          back.mutate({ id: task.id, version: task.version, reason: reason.trim(), units }, { onSuccess: onClose })
        }
      >
        <Form.Item
          name="units"
          label="须继续办理的单位"
          hidden={completed.length < 2}
          rules={[{ required: true, message: '请选择须继续办理的单位' }]}
        >
          <Checkbox.Group
            style={{ display: 'grid', gap: 6 }}
            options={completed.map(({ unit }) => ({ value: unit.id, label: unitWords(unit) }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="退回原因"
          rules={[{ required: true, whitespace: true, message: '请填写退回原因' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
