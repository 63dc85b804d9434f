import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import type { LightRule, LightRules } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useAdoptLightRules } from '@/lib/requests/lightRules'

/** From which day on, and why: never today, whose lights are shown already. */
export function AdoptDialog({
  current,
  plan,
  rules,
  still,
  onClose,
}: {
  current: LightRules
  plan: string | undefined
  /** null: back to the city's default */
  rules: LightRule[] | null
  still: number | null
  onClose: () => void
}) {
  const today = dayjs(useToday())
  const adopt = useAdoptLightRules()
  return (
    <FormDialog<{ from: Dayjs; reason: string }>
      title={rules ? '执行新的亮灯规则' : '改按全市默认规则'}
      action="确定"
      busy={adopt.isPending}
      problem={adopt.error}
      note="到执行之日起按新规则亮灯，此前的亮灯和每次调整都留有记录。原定在这一天及以后执行的调整不再执行。"
      initialValues={{ from: today.add(1, 'day') }}
      onFinish={({ from, reason }) =>
        adopt.mutate(
          {
            plan,
            version: current.version,
            rules,
            stillDays: rules ? still : null,
            from: from.format('YYYY-MM-DD'),
            reason,
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="from" label="自哪一天起执行" rules={[{ required: true, message: '请选择执行的日期' }]}>
        <DatePicker allowClear={false} disabledDate={(day) => !day.isAfter(today, 'day')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="调整的原因"
        rules={[{ required: true, whitespace: true, message: '请写明调整的原因' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount placeholder="例如：经某次调度会研究" />
      </Form.Item>
    </FormDialog>
  )
}
