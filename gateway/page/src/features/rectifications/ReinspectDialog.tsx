import { DatePicker, Form, Input, InputNumber, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import type { Rectification } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useReinspect } from '@/lib/requests/rectifications'

type Words = { passed: boolean; words?: string; dueOn?: Dayjs | null; followUpMonths?: number }

/** 复查: passed it is closed, failed it goes on. */
export function ReinspectDialog({ item, onClose }: { item: Rectification; onClose: () => void }) {
  const today = useToday()
  const inspect = useReinspect()
  const [form] = Form.useForm<Words>()
  const passed = Form.useWatch('passed', form) ?? true
  return (
    <FormDialog<Words>
      title="复查"
      action={passed ? '合格，销号' : '不合格，退回'}
      danger={!passed}
      busy={inspect.isPending}
      problem={inspect.error}
      form={form}
      initialValues={{ passed: true, followUpMonths: item.followUpMonths }}
      onFinish={({ words, dueOn, followUpMonths }) =>
        inspect.mutate(
          {
            id: item.id,
            version: item.version,
            passed,
            words: words?.trim() || null,
            dueOn: passed ? null : (dueOn?.format('YYYY-MM-DD') ?? null),
            followUpMonths: passed ? (followUpMonths ?? null) : null,
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="passed" label="复查结果">
        <Radio.Group
          options={[
            { value: true, label: '合格，销号' },
            { value: false, label: '不合格，继续整改' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={passed ? '复查意见（可不填）' : '不合格的原因'}
        rules={passed ? [] : [{ required: true, whitespace: true, message: '请写明复查不合格的原因' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      {passed ? (
        <Form.Item name="followUpMonths" label="几个月后回头看" extra="遇节假日顺延到工作日；填 0 为不回头看">
          <InputNumber min={0} max={60} precision={0} suffix="个月" />
        </Form.Item>
      ) : (
        <Form.Item name="dueOn" label="另定整改时限（可不填，不填则原时限不变）">
          <DatePicker minDate={dayjs(today)} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
