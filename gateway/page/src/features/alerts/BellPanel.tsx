import { useNavigate } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { AlertItem } from '@/features/alerts/AlertItem'
import { followAlert } from '@/features/alerts/follow'
import { useAlerts, useReadAlert, useReadAllAlerts } from '@/lib/requests/alerts'

export function BellPanel({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      styles={{ container: { padding: 0 } }}
      destroyOnHidden
      content={<Newest close={() => setOpen(false)} />}
    >
      <span>{children}</span>
    </Popover>
  )
}

function Newest({ close }: { close: () => void }) {
  const navigate = useNavigate()
  const alerts = useAlerts('unread', 10)
  const read = useReadAlert()
  const readAll = useReadAllAlerts()
  return (
    <div style={{ width: 'min(400px, calc(100vw - 32px))' }}>
      <div className="row between" style={{ padding: '10px 18px', borderBottom: '1px solid #e2e7ee' }}>
        <b>未读消息</b>
        <Button type="link" size="small" loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
          全部标为已读
        </Button>
      </div>
      <div style={{ maxHeight: 420, overflow: 'auto' }}>
        <Loading query={alerts}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              pages[0].items.map((alert) => (
                <AlertItem
                  key={alert.id}
                  alert={alert}
                  onOpen={() => {
                    read.mutate(alert.id)
                    close()
                    followAlert(alert, navigate)
                  }}
                />
              ))
            ) : (
              <Blank title="没有未读消息" />
            )
          }
        </Loading>
      </div>
      <div style={{ textAlign: 'center', padding: 8, borderTop: '1px solid #e2e7ee' }}>
        <Button
          type="link"
          size="small"
          onClick={() => {
            close()
            navigate({ to: '/alerts', search: {} })
          }}
        >
          查看全部消息
        </Button>
      </div>
    </div>
  )
}
