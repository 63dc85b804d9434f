import { Form, Input, InputNumber, Radio } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { shortly } from '@/features/assessments/rules'
import type { Appeal } from '@/lib/api/types'
import { type DecisionWords, useDecideAppeal } from '@/lib/requests/assessments'

export function DecideAppealDialog({ appeal, onClose }: { appeal: Appeal; onClose: () => void }) {
  const decide = useDecideAppeal()
  const [form] = Form.useForm<DecisionWords>()
  const upheld = Form.useWatch('upheld', form) ?? true
  return (
    <FormDialog<DecisionWords>
      title="裁定申诉"
      action={upheld ? '申诉成立，退还' : '申诉不成立'}
      danger={!upheld}
      busy={decide.isPending}
      problem={decide.error}
      note={`${appeal.measureWords}：${appeal.lineWords}，扣 ${appeal.linePoints} 分。理由：${appeal.words}`}
      form={form}
      initialValues={{ upheld: true, restored: appeal.linePoints }}
      onFinish={(words) =>
        decide.mutate(
          { ...words, restored: words.upheld ? words.restored : null, id: appeal.id, version: appeal.version },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="upheld" label="结论">
        <Radio.Group
          options={[
            { value: true, label: '成立' },
            { value: false, label: '不成立' },
          ]}
        />
      </Form.Item>
      {upheld && (
        <Form.Item
          name="restored"
          label="退还的分值"
          extra="另记一条退还，原来的扣分不改动"
          rules={[{ required: true, message: '请填写退还的分值' }]}
        >
          <InputNumber min={0.01} max={appeal.linePoints} precision={2} formatter={shortly} suffix="分" />
        </Form.Item>
      )}
      <Form.Item
        name="words"
        label="裁定理由"
        rules={[{ required: true, whitespace: true, message: '请写明裁定理由' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
