import { Button, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'

/** Asks for words before an act: a reason, an opinion, a statement. */
export function WordsDialog(props: {
  open: boolean
  title: string
  label: string
  action: string
  required?: boolean
  danger?: boolean
  busy?: boolean
  note?: ReactNode
  phrases?: string[]
  onClose: () => void
  onSay: (words: string) => void
}) {
  const [form] = Form.useForm<{ words: string }>()
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.action}
      okButtonProps={{ danger: props.danger, loading: props.busy }}
      onCancel={props.onClose}
      onOk={() => form.submit()}
      destroyOnHidden
      afterOpenChange={(open) => !open && form.resetFields()}
    >
      {props.note && (
        <p className="quiet" style={{ marginBottom: 12 }}>
          {props.note}
        </p>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ words }) => props.onSay(words?.trim() ?? '')}
      >
        <Form.Item
          name="words"
          label={props.label}
          rules={props.required ? [{ required: true, whitespace: true, message: `请填写${props.label}` }] : undefined}
          style={{ marginBottom: 10 }}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={500}
            showCount
            onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && form.submit()}
          />
        </Form.Item>
      </Form>
      {props.phrases && (
        <div className="row wrap" style={{ marginTop: 30 }}>
          {props.phrases.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => form.setFieldValue('words', phrase)}>
              {phrase}
            </Button>
          ))}
        </div>
      )}
    </Modal>
  )
}
