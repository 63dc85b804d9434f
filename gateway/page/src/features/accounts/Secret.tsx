import { Alert, Button, Modal, Typography } from 'antd'

export type Shown = { title: string; rows: [string, string][] }

/** Shown once: what is closed here cannot be read again anywhere. */
export function Secret(props: Shown & { onClose: () => void }) {
  return (
    <Modal
      open
      title={props.title}
      closable={false}
      footer={
        <Button type="primary" onClick={props.onClose}>
          已妥善保存
        </Button>
      }
    >
      <Alert
        type="warning"
        showIcon
        title="以下内容只显示这一次，请立即保存并通过安全途径交给使用人。"
        style={{ marginBottom: 16 }}
      />
      <dl className="facts" style={{ gridTemplateColumns: '1fr' }}>
        {props.rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Typography.Text copyable code style={{ fontSize: 15 }}>
                {value}
              </Typography.Text>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
