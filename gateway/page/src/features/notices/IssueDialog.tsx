import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import type { Notice } from '@/lib/api/types'
import { useIssueNotice } from '@/lib/requests/notices'
import { stepWords } from '@/lib/words'

export function IssueDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const issue = useIssueNotice()
  return (
    <FormDialog<{ demand: string; replyBy: Dayjs }>
      title={`签发${stepWords[notice.step]}`}
      action="签发"
      busy={issue.isPending}
      note="签发后编发文字号，单位即刻收到；内容不能再改。"
      initialValues={{ demand: notice.demand, replyBy: dayjs(notice.replyBy) }}
      onFinish={({ demand, replyBy }) =>
        issue.mutate(
          { id: notice.id, version: notice.version, demand, replyBy: replyBy.format('YYYY-MM-DD') },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="demand"
        label="办理要求"
        rules={[{ required: true, whitespace: true, message: '请填写办理要求' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="replyBy" label="反馈期限" rules={[{ required: true, message: '请选择反馈期限' }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  )
}
