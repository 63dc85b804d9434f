import { Button, DatePicker, Drawer, Form, Input, Select, type SelectProps } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useMemo } from 'react'
import { IndicatorFields } from '@/components/IndicatorFields'
import type { Indicator, PlanReading, ReadingTask } from '@/lib/api/types'
import { useUnits } from '@/lib/requests/directory'
import { plainIndicators, type TaskCorrection } from '@/lib/requests/readings'

export type Editable = Pick<
  ReadingTask,
  'title' | 'text' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn' | 'indicators'
>
export type Words = {
  title: string
  text: string
  leads: string[]
  cooperators: string[]
  wildcards: string[]
  dueOn: Dayjs | null
  indicators: Indicator[]
}

/** Only what was changed is sent, so that a correction says what the person decided. */
export function correctionOf(task: Editable, words: Words): TaskCorrection {
  const change: TaskCorrection = {}
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  if (words.title !== task.title) change.title = words.title.trim()
  if (words.text !== task.text) change.text = words.text.trim()
  for (const name of ['leads', 'cooperators', 'wildcards'] as const)
    if (differs(words[name], task[name])) change[name] = words[name]
  const dueOn = words.dueOn?.format('YYYY-MM-DD') ?? null
  if (dueOn !== task.dueOn) change.dueOn = dueOn
  if (differs(plainIndicators(words.indicators), plainIndicators(task.indicators)))
    change.indicators = plainIndicators(words.indicators)
  return change
}

export function TaskEditor(props: {
  reading: PlanReading
  /** What the form begins with. */
  task: Editable
  title: string
  action: string
  /** Whether phrases for many units can be taken away: a new task has none. */
  resolves: boolean
  onClose: () => void
  onSave: (words: Words) => void
}) {
  const { reading, task } = props
  const [form] = Form.useForm<Words>()
  const units = useUnits()
  const names = useMemo(() => {
    const here = new Set([...reading.members, ...reading.units.map(({ name }) => name)])
    const county = reading.countyId ?? reading.suggestedCounty?.id
    const registered = (units.data ?? [])
      .filter((unit) => !unit.retired && (!unit.county || unit.county.id === county))
      .map(({ shortName }) => shortName)
    return [...new Set([...here, ...registered])].map((name) => ({ value: name, label: name }))
  }, [reading, units.data])
  return (
    <Drawer
      open
      size="min(640px, 100vw)"
      title={props.title}
      onClose={props.onClose}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={props.onClose}>取消</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {props.action}
          </Button>
        </div>
      }
    >
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={props.onSave}
        // Before a list takes the key and drops what it has just chosen.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          form.submit()
        }}
        initialValues={{ ...task, dueOn: task.dueOn ? dayjs(task.dueOn) : null }}
      >
        <Form.Item
          name="title"
          label="任务名称"
          rules={[{ required: true, whitespace: true, message: '请填写任务名称' }]}
        >
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item name="text" label="任务内容">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
        <Form.Item name="leads" label="牵头单位">
          <NamesSelect options={names} />
        </Form.Item>
        <Form.Item name="cooperators" label="配合单位">
          <NamesSelect options={names} />
        </Form.Item>
        {props.resolves && (
          <Form.Item
            name="wildcards"
            label="泛指单位"
            extra="如“各相关部门”。把它落实为上面的具体单位后，从这里删去即可。"
          >
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        )}
        <Form.Item name="dueOn" label="完成时限" extra="不填则按所在阶段的最后一日">
          <DatePicker style={{ width: 200 }} />
        </Form.Item>
        <IndicatorFields />
      </Form>
    </Drawer>
  )
}

function NamesSelect(props: SelectProps<string[]>) {
  return (
    <Select<string[]>
      mode="tags"
      tokenSeparators={['、', '，', ',', ' ']}
      placeholder="可选择，也可直接输入"
      {...props}
    />
  )
}
