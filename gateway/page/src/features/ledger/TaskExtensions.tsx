import { Button, DatePicker, Form, Input, Modal, Popconfirm, Radio, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { enterTakesTheDay } from '@/components/enterTakesTheDay'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import type { ExtensionRequest, Task } from '@/lib/api/types'
import { useDecideExtension, useRequestExtension, useWithdrawExtension } from '@/lib/requests/taskLife'
import { moment } from '@/lib/time'
import { extensionTones, extensionWords } from '@/lib/words'

/** Requests for a later day, each with what became of it; nothing where none was ever made. */
export function TaskExtensions({ task }: { task: Task }) {
  const [deciding, setDeciding] = useState<ExtensionRequest | null>(null)
  const withdraw = useWithdrawExtension()
  if (task.extensions.length === 0) return null
  return (
    <Panel title="延期申请" flush>
      <div className="cards">
        {task.extensions.map((asked) => (
          <article className="card" key={asked.id}>
            <div className="row wrap between">
              <span className="row wrap">
                <UnitName unit={asked.unit} />
                <span className="nowrap">
                  {asked.dueOn} → <b>{asked.grantedOn ?? asked.wantedOn}</b>
                </span>
                <Tag color={extensionTones[asked.state]} variant="filled">
                  {extensionWords[asked.state]}
                </Tag>
                {asked.grantedOn && asked.grantedOn !== asked.wantedOn && (
                  <span className="quiet small">申请延至 {asked.wantedOn}</span>
                )}
              </span>
              <span className="row">
                {asked.state === 'OPEN' && task.allowed.includes('WITHDRAW_EXTENSION') && (
                  <Popconfirm
                    title="撤回这件延期申请？"
                    okText="撤回"
                    onConfirm={() => withdraw.mutate({ id: task.id, version: task.version, request: asked.id })}
                  >
                    <Button size="small" loading={withdraw.isPending}>
                      撤回
                    </Button>
                  </Popconfirm>
                )}
                {asked.state === 'OPEN' && task.allowed.includes('EXTEND') && (
                  <Button size="small" type="primary" onClick={() => setDeciding(asked)}>
                    审核延期
                  </Button>
                )}
                <span className="quiet small nowrap">
                  {moment(asked.requestedAt)} {asked.requestedBy}
                </span>
              </span>
            </div>
            <p className="pre" style={{ marginTop: 6 }}>
              {asked.reason}
            </p>
            {asked.opinion && (
              <p className="small pre">
                <span className="quiet">审核意见</span> {asked.opinion}
                {asked.decidedBy && <span className="quiet"> {asked.decidedBy}</span>}
              </p>
            )}
          </article>
        ))}
      </div>
      {deciding && <DecisionDialog task={task} asked={deciding} onClose={() => setDeciding(null)} />}
    </Panel>
  )
}

function DecisionDialog({ task, asked, onClose }: { task: Task; asked: ExtensionRequest; onClose: () => void }) {
  const decide = useDecideExtension()
  const [form] = Form.useForm<{ granted: boolean; day: Dayjs; opinion?: string }>()
  const granted = Form.useWatch('granted', form) ?? true
  return (
    <Modal
      open
      title="审核延期申请"
      okText={granted ? '同意延期' : '不同意'}
      okButtonProps={{ loading: decide.isPending, danger: !granted }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        现定 {asked.dueOn}，申请延至 {asked.wantedOn}。同意后提醒和亮灯按新的日期计算，原定日期仍在任务上注明。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onKeyDown={enterTakesTheDay}
        initialValues={{ granted: true, day: dayjs(asked.wantedOn) }}
        onFinish={({ granted, day, opinion }) =>
          decide.mutate(
            {
              id: task.id,
              version: task.version,
              request: asked.id,
              granted,
              day: granted ? day.format('YYYY-MM-DD') : null,
              opinion: opinion?.trim() || null,
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="granted">
          <Radio.Group
            options={[
              { value: true, label: '同意' },
              { value: false, label: '不同意' },
            ]}
          />
        </Form.Item>
        {granted && (
          <Form.Item name="day" label="延期至" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker minDate={dayjs(task.dueOn ?? asked.dueOn).add(1, 'day')} />
          </Form.Item>
        )}
        <Form.Item
          name="opinion"
          label={granted ? '审核意见（可不填）' : '不同意的理由'}
          rules={granted ? undefined : [{ required: true, whitespace: true, message: '请说明不同意的理由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

export function ExtensionDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const request = useRequestExtension()
  const [form] = Form.useForm<{ day: Dayjs; reason: string }>()
  return (
    <Modal
      open
      title="申请延期"
      okText="提交申请"
      okButtonProps={{ loading: request.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        现定完成时限 {task.dueOn}。审核同意前，仍按现定时限办理。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onKeyDown={enterTakesTheDay}
        onFinish={({ day, reason }) =>
          request.mutate(
            { id: task.id, version: task.version, wantedDay: day.format('YYYY-MM-DD'), reason: reason.trim() },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="day" label="希望延期至" rules={[{ required: true, message: '请选择希望延期到的日期' }]}>
          <DatePicker minDate={dayjs(task.dueOn).add(1, 'day')} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="延期理由"
          rules={[{ required: true, whitespace: true, message: '请填写延期理由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
