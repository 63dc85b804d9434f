import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useMemo } from 'react'
import type { Indicator, PlanReading, ReadingTask } from '@/lib/api/types'
import { useUnits } from '@/lib/requests/directory'
import type { TaskCorrection } from '@/lib/requests/readings'

type Words = {
  title: string
  text: string
  leads: string[]
  cooperators: string[]
  wildcards: string[]
  dueOn: Dayjs | null
  indicators: Indicator[]
}

/** Only what was changed is sent, so that a correction says what the person decided. */
export function correctionOf(task: ReadingTask, words: Words): TaskCorrection {
  const change: TaskCorrection = {}
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  if (words.title !== task.title) change.title = words.title.trim()
  if (words.text !== task.text) change.text = words.text.trim()
  for (const name of ['leads', 'cooperators', 'wildcards'] as const)
    if (differs(words[name], task[name])) change[name] = words[name]
  const dueOn = words.dueOn?.format('YYYY-MM-DD') ?? null
  if (dueOn !== task.dueOn) change.dueOn = dueOn
  const plain = (indicators: Indicator[]) =>
    indicators.map(({ text, operator, value, upper, measure }) => ({
      text,
      operator,
      value,
      ...(operator === 'between' ? { upper } : {}),
      measure,
    }))
  if (differs(plain(words.indicators), plain(task.indicators))) change.indicators = plain(words.indicators)
  return change
}

export function TaskEditor(props: {
  reading: PlanReading
  task: ReadingTask
  busy: boolean
  onClose: () => void
  onSave: (change: TaskCorrection) => void
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
  const save = (words: Words) => {
    const change = correctionOf(task, words)
    if (Object.keys(change).length === 0) props.onClose()
    else props.onSave(change)
  }
  return (
    <Drawer
      open
      size="min(640px, 100vw)"
      title={`更正任务 ${task.ordinal}`}
      onClose={props.onClose}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={props.onClose}>取消</Button>
          <Button type="primary" loading={props.busy} onClick={() => form.submit()}>
            保存更正
          </Button>
        </div>
      }
    >
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{ ...task, dueOn: task.dueOn ? dayjs(task.dueOn) : null }}
      >
        <Form.Item
          name="title"
          label="任务名称"
          rules={[{ required: true, whitespace: true, message: '请填写任务名称' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="text" label="任务内容">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
        <Form.Item name="leads" label="牵头单位">
          <Select
            mode="tags"
            options={names}
            tokenSeparators={['、', '，', ',', ' ']}
            placeholder="可选择，也可直接输入"
          />
        </Form.Item>
        <Form.Item name="cooperators" label="配合单位">
          <Select
            mode="tags"
            options={names}
            tokenSeparators={['、', '，', ',', ' ']}
            placeholder="可选择，也可直接输入"
          />
        </Form.Item>
        <Form.Item
          name="wildcards"
          label="泛指单位"
          extra="如“各相关部门”。把它落实为上面的具体单位后，从这里删去即可。"
        >
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="dueOn" label="完成时限" extra="不填则按所在阶段的最后一日">
          <DatePicker style={{ width: 200 }} />
        </Form.Item>
        <Form.Item label="指标要求" style={{ marginBottom: 0 }}>
          <Form.List name="indicators">
            {(fields, { add, remove }) => (
              <div className="stack tight">
                {fields.map((field) => (
                  <div key={field.key} className="resolution">
                    <Form.Item
                      name={[field.name, 'text']}
                      rules={[{ required: true, whitespace: true, message: '请填写指标' }]}
                      style={{ marginBottom: 8 }}
                    >
                      <Input placeholder="指标原文" maxLength={40} aria-label="指标原文" />
                    </Form.Item>
                    <Space.Compact block>
                      <Form.Item name={[field.name, 'operator']} noStyle>
                        <Select
                          aria-label="比较方式"
                          style={{ width: 110 }}
                          options={[
                            { value: '>=', label: '不低于' },
                            { value: '<=', label: '不超过' },
                            { value: '=', label: '等于' },
                            { value: 'between', label: '介于' },
                          ]}
                        />
                      </Form.Item>
                      <Form.Item
                        name={[field.name, 'value']}
                        noStyle
                        rules={[{ required: true, message: '请填写数值' }]}
                      >
                        <InputNumber aria-label="数值" style={{ width: 110 }} />
                      </Form.Item>
                      <Form.Item noStyle dependencies={[['indicators', field.name, 'operator']]}>
                        {({ getFieldValue }) =>
                          getFieldValue(['indicators', field.name, 'operator']) === 'between' && (
                            <Form.Item name={[field.name, 'upper']} noStyle>
                              <InputNumber aria-label="上限" placeholder="上限" style={{ width: 110 }} />
                            </Form.Item>
                          )
                        }
                      </Form.Item>
                      <Form.Item name={[field.name, 'measure']} noStyle>
                        <Input aria-label="计量单位" placeholder="单位" style={{ width: 90 }} />
                      </Form.Item>
                      <Button icon={<DeleteOutlined />} aria-label="删除指标" onClick={() => remove(field.name)} />
                    </Space.Compact>
                  </div>
                ))}
                <Button
                  type="dashed"
                  icon={<PlusOutlined />}
                  onClick={() => add({ text: '', operator: '>=', value: undefined, measure: '%' })}
                >
                  增加指标
                </Button>
              </div>
            )}
          </Form.List>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
