import { Form, Input, Radio } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { replyWords } from '@/features/meetings/words'
import type { Meeting } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useReply } from '@/lib/requests/meetings'

/** 会议回执: whether the unit comes, and who. */
export function ReplyDialog(props: { meeting: Meeting; mine: Meeting['attendance'][number]; onClose: () => void }) {
  const [form] = Form.useForm<{ reply: keyof typeof replyWords; deputyName?: string; reason?: string }>()
  const reply = useReply()
  const chosen = Form.useWatch('reply', form)
  return (
    <FormDialog
      title="会议回执"
      action="提交回执"
      busy={reply.isPending}
      form={form}
      initialValues={{
        reply: props.mine.reply ?? 'ATTEND',
        deputyName: props.mine.deputyName,
        reason: props.mine.reason,
      }}
      onFinish={(words) =>
        reply.mutate({ id: props.meeting.id, version: props.meeting.version, ...words }, { onSuccess: props.onClose })
      }
      onClose={props.onClose}
    >
      <Form.Item name="reply" label="本单位">
        <Radio.Group options={optionsOf(replyWords)} />
      </Form.Item>
      {chosen === 'DEPUTY' && (
        <Form.Item
          name="deputyName"
          label="参会人姓名、职务"
          rules={[{ required: true, whitespace: true, message: '请填写参会人' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      {chosen === 'ABSENT' && (
        <Form.Item
          name="reason"
          label="请假事由"
          rules={[{ required: true, whitespace: true, message: '请填写请假事由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
