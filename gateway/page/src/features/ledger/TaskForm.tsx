import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, type FormInstance, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { IndicatorFields } from '@/components/IndicatorFields'
import { UnitSelect } from '@/components/UnitSelect'
import { overtaken, overtakenWords } from '@/features/ledger/schedule'
import type { Indicator, Repeat, Task, TaskKind } from '@/lib/api/types'
import { useOwnPlans } from '@/lib/requests/plans'
import { type TaskWords, useAddTask, useReviseTask } from '@/lib/requests/taskLife'
import { kindWords, repeatWords } from '@/lib/words'

type Fields = {
  title: string
  text: string
  dueOn?: Dayjs | null
  kind: TaskKind
  repeats?: Repeat
  indicators?: Indicator[]
  leads: string[]
  cooperators?: string[]
  number?: string | null
  remark?: string | null
}

function wordsOf(fields: Fields, task?: Task): TaskWords {
  return {
    title: fields.title.trim(),
    text: fields.text.trim(),
    dueOn: fields.kind === 'STANDING' || !fields.dueOn ? null : fields.dueOn.format('YYYY-MM-DD'),
    kind: fields.kind,
    repeats: fields.kind === 'PERIODIC' ? (fields.repeats ?? 'QUARTER') : null,
    leads: fields.leads,
    cooperators: fields.cooperators ?? [],
    indicators: fields.indicators ?? task?.indicators ?? [],
    number: fields.number?.trim() || null,
    remark: fields.remark?.trim() || null,
  }
}

const kindNotes: Record<TaskKind, string> = {
  ONE_OFF: '按时限办结，核验后销号。',
  STANDING: '不设时限、不销号，按期报送。',
  PERIODIC: '每个周期办结一次；周期结束时自动结转，进入下一周期。',
  INDICATOR: '各项指标报送达到目标值后，方可核验销号。',
}

function TaskFields({ form }: { form: FormInstance<Fields> }) {
  const kind = Form.useWatch('kind', form)
  const leads = Form.useWatch('leads', form)
  return (
    <>
      <Form.Item
        name="title"
        label="任务名称"
        rules={[{ required: true, whitespace: true, message: '请填写任务名称' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label="任务内容" rules={[{ required: true, whitespace: true, message: '请填写任务内容' }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name="leads" label="牵头单位" rules={[{ required: true, message: '请选择牵头单位' }]}>
        <UnitSelect mode="multiple" aria-label="牵头单位" />
      </Form.Item>
      <Form.Item name="cooperators" label="配合单位">
        <UnitSelect mode="multiple" aria-label="配合单位" without={leads} />
      </Form.Item>
      <div className="row wrap">
        <Form.Item name="dueOn" label="完成时限">
          <DatePicker disabled={kind === 'STANDING'} placeholder={kind === 'PERIODIC' ? '不填为周期末' : undefined} />
        </Form.Item>
        <Form.Item name="kind" label="类型">
          <Select
            aria-label="类型"
            style={{ width: 120 }}
            options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {kind === 'PERIODIC' && (
          <Form.Item name="repeats" label="多久一次" initialValue="QUARTER">
            <Select
              aria-label="多久一次"
              style={{ width: 110 }}
              options={Object.entries(repeatWords).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        )}
      </div>
      {kind && (
        <p className="quiet small" style={{ margin: '-12px 0 18px' }}>
          {kindNotes[kind]}
        </p>
      )}
      {kind === 'INDICATOR' && <IndicatorFields />}
      <Form.Item name="number" label="编号（可不填）">
        <Input maxLength={50} style={{ width: 220 }} />
      </Form.Item>
      <Form.Item name="remark" label="备注（可不填）">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

/** A task made by hand: under a plan, or 临时交办. */
export function NewTaskDialog({ plan, onClose }: { plan?: string; onClose: () => void }) {
  const plans = useOwnPlans()
  const add = useAddTask()
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [planId, setPlanId] = useState<string | null>(plan ?? null)
  const save = async (assign: boolean) => {
    const fields = await form.validateFields().catch(() => null)
    if (!fields) return
    add.mutate(
      { planId, assign, task: wordsOf(fields) },
      { onSuccess: (task) => navigate({ to: '/tasks/$id', params: { id: task.id } }) },
    )
  }
  return (
    <Modal
      open
      title="新增任务"
      width={640}
      onCancel={onClose}
      footer={[
        <Button key="draft" loading={add.isPending} onClick={() => save(false)}>
          存为草稿
        </Button>,
        <Button key="assign" type="primary" loading={add.isPending} onClick={() => save(true)}>
          立即下达
        </Button>,
      ]}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'ONE_OFF' }}>
        <Form.Item label="所属计划">
          <Select
            aria-label="所属计划"
            value={planId ?? ''}
            onChange={(id) => setPlanId(id || null)}
            options={[
              { value: '', label: '临时交办（不属于任何计划）' },
              ...(plans.data ?? [])
                .filter(({ source }) => source !== 'AD_HOC')
                .map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </Form.Item>
        <TaskFields form={form} />
      </Form>
    </Modal>
  )
}

export function ReviseDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const revise = useReviseTask()
  const [form] = Form.useForm<Fields & { reason?: string }>()
  const [opened] = useState(task)
  const late = !revise.isPending && overtaken(opened, task)
  const drafted = opened.state === 'DRAFTED'
  const ids = (part: 'LEAD' | 'COOPERATING') =>
    opened.parts.filter((one) => one.part === part).map(({ unit }) => unit.id)
  return (
    <Modal
      open
      title={drafted ? '修改草稿' : '调整任务'}
      width={640}
      okText="保存"
      okButtonProps={{ loading: revise.isPending, disabled: late }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {late && <Alert type="warning" showIcon title={overtakenWords} style={{ marginBottom: 14 }} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title: opened.title,
          text: opened.text,
          dueOn: opened.dueOn ? dayjs(opened.dueOn) : null,
          kind: opened.kind,
          repeats: opened.cycle?.repeats,
          indicators: opened.indicators,
          number: opened.number,
          remark: opened.remark,
          leads: ids('LEAD'),
          cooperators: ids('COOPERATING'),
        }}
        onFinish={({ reason, ...fields }) =>
          revise.mutate(
            {
              id: task.id,
              version: task.version,
              reason: reason?.trim() || '修改草稿',
              task: wordsOf(fields, opened),
            },
            { onSuccess: onClose },
          )
        }
      >
        <TaskFields form={form as unknown as FormInstance<Fields>} />
        {!drafted && (
          <Form.Item
            name="reason"
            label="调整原因"
            rules={[{ required: true, whitespace: true, message: '请填写调整原因' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
