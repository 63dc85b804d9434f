import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import type { Complaint } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useRectify } from '@/lib/requests/complaints'

export function RectifyDialog({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const today = useToday()
  const rectify = useRectify()
  return (
    <FormDialog<{ problem: string; unitId?: string; dueOn?: Dayjs | null }>
      title="由投诉登记整改"
      action="登记"
      busy={rectify.isPending}
      problem={rectify.error}
      initialValues={{ unitId: complaint.unit?.id ?? complaint.subject?.id }}
      onFinish={({ problem, unitId, dueOn }) =>
        rectify.mutate(
          { id: complaint.id, problem, unitId: unitId ?? null, dueOn: dueOn?.format('YYYY-MM-DD') ?? null },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="problem"
        label="存在的问题"
        rules={[{ required: true, whitespace: true, message: '请写明存在的问题' }]}
        extra="请按核查的事实写，不要写投诉人的信息"
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="dueOn" label="整改时限（可不填，由方案提出）">
        <DatePicker minDate={dayjs(today)} />
      </Form.Item>
    </FormDialog>
  )
}
