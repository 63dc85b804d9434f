import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import type { Rectification } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useSubmitPlan } from '@/lib/requests/rectifications'

/** 整改方案: why it happened, what is done about it, until when. */
export function PlanDialog({ item, onClose }: { item: Rectification; onClose: () => void }) {
  const today = useToday()
  const submit = useSubmitPlan()
  const proposed = item.proposedOn ?? item.dueOn
  return (
    <FormDialog<{ cause: string; measure: string; dueOn: Dayjs }>
      title="整改方案"
      action="提交"
      busy={submit.isPending}
      problem={submit.error}
      initialValues={{ cause: item.cause, measure: item.measure, dueOn: proposed ? dayjs(proposed) : undefined }}
      onFinish={({ cause, measure, dueOn }) =>
        submit.mutate(
          { id: item.id, version: item.version, cause, measure, dueOn: dueOn.format('YYYY-MM-DD') },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="cause"
        label="原因分析"
        rules={[{ required: true, whitespace: true, message: '请写明问题原因' }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="measure"
        label="整改措施"
        rules={[{ required: true, whitespace: true, message: '请写明整改措施' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="dueOn" label="整改时限" rules={[{ required: true, message: '请填写整改时限' }]}>
        <DatePicker minDate={dayjs(today)} />
      </Form.Item>
    </FormDialog>
  )
}
