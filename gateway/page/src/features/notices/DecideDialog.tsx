import { Form, Input, Radio } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import type { Notice } from '@/lib/api/types'
import { useDecideAppeal } from '@/lib/requests/notices'

/** Decides an appeal: the notice stands, or is taken back. */
export function DecideDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const decide = useDecideAppeal()
  return (
    <FormDialog<{ withdraw: boolean; opinion: string }>
      title="申诉结论"
      action="告知单位"
      busy={decide.isPending}
      onFinish={(words) => decide.mutate({ id: notice.id, version: notice.version, ...words }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="pre" style={{ marginBottom: 12 }}>
        <span className="quiet">申诉理由：</span>
        {notice.appeal?.words}
      </p>
      <Form.Item name="withdraw" label="结论" rules={[{ required: true, message: '请选择维持或撤销' }]}>
        <Radio.Group
          options={[
            { value: false, label: '维持督办单' },
            { value: true, label: '撤销督办单，该事项不再升级' },
          ]}
        />
      </Form.Item>
      <Form.Item name="opinion" label="说明" rules={[{ required: true, whitespace: true, message: '请填写结论说明' }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
