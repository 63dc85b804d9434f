import { Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { EvidenceField } from '@/components/evidence/EvidenceField'
import { FormDialog } from '@/components/FormDialog'
import type { EvidenceFile } from '@/lib/api/types'

/** Says that something is done, with what proves it. */
export function StatementDialog(props: {
  title: string
  label: string
  note?: ReactNode
  busy: boolean
  problem?: unknown
  onClose: () => void
  onSay: (statement: string, evidence: string[]) => void
}) {
  const [files, setFiles] = useState<EvidenceFile[]>([])
  const [uploading, setUploading] = useState(false)
  return (
    <FormDialog<{ statement: string }>
      title={props.title}
      action={uploading ? '正在上传' : '提交'}
      busy={props.busy || uploading}
      problem={props.problem}
      note={props.note}
      width={620}
      onFinish={({ statement }) =>
        props.onSay(
          statement.trim(),
          files.map(({ id }) => id),
        )
      }
      onClose={props.onClose}
    >
      <Form.Item
        name="statement"
        label={props.label}
        style={{ marginBottom: 34 }}
        rules={[{ required: true, whitespace: true, message: `请填写${props.label}` }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item label="佐证材料（可不附）" style={{ marginBottom: 0 }}>
        <EvidenceField value={files} onChange={setFiles} onBusy={setUploading} />
      </Form.Item>
    </FormDialog>
  )
}
