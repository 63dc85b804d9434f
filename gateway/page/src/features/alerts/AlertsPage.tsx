import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { AlertItem } from '@/features/alerts/AlertItem'
import { followAlert } from '@/features/alerts/follow'
import { itemsOf } from '@/lib/pages'
import { useAlerts, useReadAlert, useReadAllAlerts } from '@/lib/requests/alerts'

export function AlertsPage() {
  const navigate = useNavigate()
  const { state } = useSearch({ strict: false }) as { state?: string }
  const shown = state === 'unread' ? 'unread' : 'all'
  const alerts = useAlerts(shown)
  const read = useReadAlert()
  const readAll = useReadAllAlerts()
  return (
    <>
      <PageHead title="消息提醒" note="事项办理后，相应提醒自动撤回">
        <Segmented
          value={shown}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unread', label: '未读' },
          ]}
          onChange={(value) => navigate({ to: '/alerts', search: value === 'unread' ? { state: 'unread' } : {} })}
        />
        <Button loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
          全部标为已读
        </Button>
      </PageHead>
      <Panel flush>
        <Loading query={alerts}>
          {(found) => {
            const items = itemsOf(found)
            if (items.length === 0)
              return (
                <Blank
                  title={shown === 'unread' ? '没有未读消息' : '还没有消息'}
                  note="任务交办、报送提醒、会议通知都会出现在这里"
                />
              )
            return (
              <>
                {items.map((alert) => (
                  <AlertItem
                    key={alert.id}
                    alert={alert}
                    onOpen={() => {
                      if (!alert.readAt) read.mutate(alert.id)
                      followAlert(alert, navigate)
                    }}
                  />
                ))}
                <More
                  has={alerts.hasNextPage}
                  loading={alerts.isFetchingNextPage}
                  load={alerts.fetchNextPage}
                  shown={items.length}
                />
              </>
            )
          }}
        </Loading>
      </Panel>
    </>
  )
}
