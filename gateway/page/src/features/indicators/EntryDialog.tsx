import { Alert, Form, Input, InputNumber, Select } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { enterable, entryDoubt, entryMistake } from '@/features/indicators/grid'
import { periodWords } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useMeasure } from '@/lib/requests/indicators'
import { useUnitWords } from '@/lib/unitWords'

type Words = { unitId: string; period: string; value: number | null; weight?: number | null; note?: string }

/** What a unit has reached at the end of a period, or a correction of it. */
export function EntryDialog(props: {
  indicator: TrackedIndicator
  unitId?: string
  period?: string
  onClose: () => void
}) {
  const { indicator } = props
  const measure = useMeasure()
  const periods = enterable(indicator, useToday())
  const words = useUnitWords()
  const [form] = Form.useForm<Words>()
  const known = (unitId: string | undefined, period: string | undefined) =>
    indicator.values.find((value) => value.unitId === unitId && value.period === period)
  const unitId = Form.useWatch('unitId', form)
  const period = Form.useWatch('period', form)
  const value = Form.useWatch('value', form)
  const standing = known(unitId, period)
  const before = indicator.values
    .filter((one) => one.unitId === unitId && !!period && one.period < period)
    .reduce<(typeof indicator.values)[number] | undefined>(
      (last, one) => (!last || last.period < one.period ? one : last),
      undefined,
    )
  const doubt = entryDoubt(value, before?.value ?? null, indicator.target.measure)
  const show = (change: Partial<Words>) => {
    const next = { unitId, period, ...change }
    const found = known(next.unitId, next.period)
    form.setFieldsValue({ value: found?.value ?? null, weight: found?.weight ?? null, note: found?.note ?? undefined })
  }
  const weighs = indicator.rollUp === 'WEIGHTED_MEAN' && indicator.measuring.length > 1
  const units = indicator.measuring.filter(({ unit }) => indicator.measurable.includes(unit.id))
  const firstUnit = props.unitId ?? units[0]?.unit.id
  const firstPeriod = props.period ?? periods[0]?.value
  const first = known(firstUnit, firstPeriod)
  const save = (said: Words) =>
    measure.mutate(
      {
        id: indicator.id,
        period: said.period,
        version: standing?.version,
        entry: {
          unitId: said.unitId,
          value: said.value ?? 0,
          weight: (weighs ? said.weight : standing?.weight) ?? null,
          note: said.note || null,
        },
      },
      { onSuccess: props.onClose },
    )
  return (
    <FormDialog<Words>
      title={standing ? '更正数值' : '填报数值'}
      action={standing ? '更正' : '保存'}
      busy={measure.isPending}
      problem={measure.error}
      note={`${indicator.name}，目标${indicator.target.words}。填至时段末的累计数；比率按百分数填写。`}
      form={form}
      onFinish={save}
      onClose={props.onClose}
      initialValues={{
        unitId: firstUnit,
        period: firstPeriod,
        value: first?.value ?? null,
        weight: first?.weight ?? null,
        note: first?.note ?? undefined,
      }}
    >
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item name="unitId" label="单位" style={{ flex: 1, minWidth: 180 }}>
          <Select
            disabled={units.length < 2}
            options={units.map(({ unit }) => ({ value: unit.id, label: words(unit) }))}
            onChange={(chosen) => show({ unitId: chosen })}
          />
        </Form.Item>
        <Form.Item name="period" label="时段" style={{ width: 160 }}>
          <Select options={periods} onChange={(chosen) => show({ period: chosen })} />
        </Form.Item>
      </div>
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item
          name="value"
          label="数值"
          rules={[
            {
              validator: (_, typed) => {
                const mistake = entryMistake(typed)
                return mistake ? Promise.reject(new Error(mistake)) : Promise.resolve()
              },
            },
          ]}
          extra={before ? `${periodWords(before.period)}为 ${before.value}${indicator.target.measure}` : undefined}
        >
          <InputNumber autoFocus suffix={indicator.target.measure} style={{ width: 160 }} />
        </Form.Item>
        {weighs && (
          <Form.Item name="weight" label="权数（可不填）" extra="如机构数、人数；不填的各单位等权">
            <InputNumber min={0} style={{ width: 160 }} />
          </Form.Item>
        )}
      </div>
      {doubt && <Alert type="warning" showIcon title={doubt} style={{ marginBottom: 12 }} />}
      <Form.Item name="note" label={standing ? '更正原因' : '说明（可不填）'}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={500}
          placeholder={standing ? '为什么更正' : '数据来源、统计口径等'}
        />
      </Form.Item>
    </FormDialog>
  )
}
