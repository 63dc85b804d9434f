import { DatePicker, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import type { Rectification } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useFollowUp } from '@/lib/requests/rectifications'

type Words = { held: boolean; words: string; dueOn?: Dayjs | null }

/** 回头看: whether what was closed still holds. */
export function FollowUpDialog({ item, onClose }: { item: Rectification; onClose: () => void }) {
  const today = useToday()
  const follow = useFollowUp()
  const [form] = Form.useForm<Words>()
  const held = Form.useWatch('held', form) ?? true
  return (
    <FormDialog<Words>
      title="回头看"
      action="记录结果"
      busy={follow.isPending}
      problem={follow.error}
      form={form}
      initialValues={{ held: true }}
      onFinish={({ words, dueOn }) =>
        follow.mutate(
          {
            id: item.id,
            version: item.version,
            held,
            words,
            dueOn: held ? null : (dueOn?.format('YYYY-MM-DD') ?? null),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="held" label="结果">
        <Radio.Group
          options={[
            { value: true, label: '未见反弹，长效保持' },
            { value: false, label: '问题反弹，另行整改' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label="回头看的情况"
        rules={[{ required: true, whitespace: true, message: '请写明回头看的情况' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      {!held && (
        <Form.Item name="dueOn" label="新的整改时限（可不填，由方案提出）">
          <DatePicker minDate={dayjs(today)} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
