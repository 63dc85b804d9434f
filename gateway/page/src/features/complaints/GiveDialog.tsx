import { Form, Input, InputNumber } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import type { Complaint } from '@/lib/api/types'
import { useGive } from '@/lib/requests/complaints'

export function GiveDialog({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const give = useGive()
  return (
    <FormDialog<{ unitId: string; workingDays?: number; words?: string }>
      title={complaint.unit ? '改派' : '转办'}
      action={complaint.unit ? '改派' : '转办'}
      busy={give.isPending}
      problem={give.error}
      initialValues={{ unitId: complaint.unit ? undefined : complaint.subject?.id, workingDays: 15 }}
      onFinish={({ unitId, workingDays, words }) =>
        give.mutate(
          {
            id: complaint.id,
            version: complaint.version,
            unitId,
            workingDays: workingDays ?? null,
            words: words?.trim() || null,
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="unitId" label="承办单位" rules={[{ required: true, message: '请选择承办单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="workingDays" label="办理时限">
        <InputNumber min={1} max={60} precision={0} suffix="个工作日" style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="words" label="转办意见（可不填）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
