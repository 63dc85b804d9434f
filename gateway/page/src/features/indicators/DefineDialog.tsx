import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import { cycleWords, operatorWords, rollUpWords } from '@/features/indicators/words'
import type { Cycle, RollUp, TrackedIndicator } from '@/lib/api/types'
import { type IndicatorWords, useCreateIndicator, useDefineIndicator } from '@/lib/requests/indicators'

type Words = {
  name: string
  measure: string
  operator: IndicatorWords['operator']
  value: number
  upper?: number | null
  soft?: boolean
  dueOn?: Dayjs | null
  cycle: Cycle
  rollUp: RollUp
  counted?: boolean
  yearly?: { year: number; value: number; upper?: number | null }[]
  units?: string[]
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** What an indicator is: a new one, or one that stands already. */
export function DefineDialog(props: {
  indicator?: TrackedIndicator
  onClose: () => void
  onDone: (indicator: TrackedIndicator) => void
}) {
  const { indicator } = props
  const create = useCreateIndicator()
  const define = useDefineIndicator()
  const [form] = Form.useForm<Words>()
  const ranged = Form.useWatch('operator', form) === 'between'
  const save = (words: Words) => {
    const said: IndicatorWords = {
      name: words.name,
      measure: words.measure,
      operator: words.operator,
      value: words.value,
      upper: ranged ? words.upper : null,
      soft: words.soft ?? false,
      dueOn: words.dueOn?.format('YYYY-MM-DD') ?? null,
      cycle: words.cycle,
      rollUp: words.rollUp,
      origin: words.counted ? 'SATISFACTION' : 'REPORTED',
      yearly: (words.yearly ?? []).map(({ year, value, upper }) => ({ year, value, upper: ranged ? upper : null })),
      units: words.units ?? [],
    }
    const done = { onSuccess: props.onDone }
    if (indicator) define.mutate({ id: indicator.id, version: indicator.version, words: said }, done)
    else create.mutate(said, done)
  }
  const final = indicator?.finalTarget
  const required = (message: string) => [{ required: true, message }]
  return (
    <FormDialog<Words>
      title={indicator ? '调整指标' : '新增指标'}
      action={indicator ? '保存' : '新增'}
      busy={create.isPending || define.isPending}
      problem={create.error ?? define.error}
      note={indicator ? undefined : '计划提出的量化目标在采纳时已自动登记，这里新增计划之外的。'}
      width={680}
      form={form}
      onFinish={save}
      onClose={props.onClose}
      initialValues={
        indicator && final
          ? {
              name: indicator.name,
              measure: final.measure,
              operator: final.operator,
              value: final.value,
              upper: final.upper,
              soft: final.soft,
              dueOn: indicator.finalDueOn ? dayjs(indicator.finalDueOn) : null,
              cycle: indicator.cycle,
              rollUp: indicator.rollUp,
              counted: indicator.origin === 'SATISFACTION',
              yearly: indicator.yearly,
              units: indicator.measuring.filter(({ byHand }) => byHand).map(({ unit }) => unit.id),
            }
          : { measure: '%', operator: '>=', cycle: 'MONTH', rollUp: 'WEIGHTED_MEAN' }
      }
    >
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item
          name="name"
          label="指标名称"
          style={{ flex: 1, minWidth: 240 }}
          rules={[{ required: true, whitespace: true, message: '请填写指标名称' }]}
        >
          <Input maxLength={100} placeholder="例如：县域内就诊率" />
        </Form.Item>
        <Form.Item name="measure" label="计量单位" style={{ width: 110 }} rules={required('请填写计量单位')}>
          <Input maxLength={20} placeholder="%、家、张" />
        </Form.Item>
      </div>
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item name="operator" label="目标" style={{ width: 110 }}>
          <Select options={options(operatorWords)} />
        </Form.Item>
        <Form.Item
          name="value"
          label={ranged ? '下限' : '目标值'}
          style={{ width: 120 }}
          rules={required('请填写目标值')}
        >
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        {ranged && (
          <Form.Item name="upper" label="上限" style={{ width: 120 }} rules={required('请填写上限')}>
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name="dueOn" label="达到时限（可不填）">
          <DatePicker />
        </Form.Item>
        <Form.Item name="soft" label="弹性目标" valuePropName="checked">
          <Switch checkedChildren="力争" unCheckedChildren="必达" />
        </Form.Item>
      </div>
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item name="cycle" label="填报周期" style={{ width: 120 }}>
          <Select options={options(cycleWords)} />
        </Form.Item>
        <Form.Item name="rollUp" label="几个单位怎样汇总" style={{ width: 190 }}>
          <Select options={options(rollUpWords)} />
        </Form.Item>
        <Form.Item name="counted" label="取数方式" valuePropName="checked">
          <Switch checkedChildren="按群众评价计算" unCheckedChildren="单位填报" />
        </Form.Item>
      </div>
      <Form.Item label="分年度目标（可不填）" style={{ marginBottom: 12 }}>
        <Form.List name="yearly">
          {(fields, { add, remove }) => (
            <div className="stack tight">
              {fields.map((field) => (
                <div key={field.key} className="row wrap" style={{ gap: 8 }}>
                  <Form.Item name={[field.name, 'year']} noStyle rules={required('请填写年份')}>
                    <InputNumber aria-label="年份" min={2000} max={2100} precision={0} suffix="年" />
                  </Form.Item>
                  <Form.Item name={[field.name, 'value']} noStyle rules={required('请填写目标值')}>
                    <InputNumber aria-label={ranged ? '下限' : '目标值'} placeholder={ranged ? '下限' : '目标值'} />
                  </Form.Item>
                  {ranged && (
                    <Form.Item name={[field.name, 'upper']} noStyle rules={required('请填写上限')}>
                      <InputNumber aria-label="上限" placeholder="上限" />
                    </Form.Item>
                  )}
                  <Button
                    type="text"
                    aria-label="去掉这一年"
                    icon={<MinusCircleOutlined />}
                    onClick={() => remove(field.name)}
                  />
                </div>
              ))}
              <div>
                <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
                  加一年
                </Button>
              </div>
            </div>
          )}
        </Form.List>
      </Form.Item>
      <Form.Item
        name="units"
        label="填报单位（可不选）"
        extra="提出这项指标的任务，其牵头单位自动为填报单位；这里加上其他单位"
      >
        <UnitSelect mode="multiple" />
      </Form.Item>
    </FormDialog>
  )
}
