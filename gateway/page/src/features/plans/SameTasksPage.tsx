import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitNames } from '@/components/UnitNames'
import type { SamePair, TaskSide } from '@/lib/api/types'
import { useDecideSame, useLikelySame } from '@/lib/requests/once'
import { usePlans } from '@/lib/requests/plans'

/** Tasks of one plan that look like tasks of others: the same obligation is then reported once. */
export function SameTasksPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const pairs = useLikelySame(id)
  const plan = usePlans().data?.find((one) => one.id === id)
  return (
    <>
      <PageHead
        title="疑似同一事项"
        note={
          <>
            {plan?.title ?? <Link to="/plans">计划文件</Link>}
            ；文字相近、有共同的牵头单位、期限相差不超过三个月，确认后单位只需报送一次
          </>
        }
      />
      <Panel flush>
        <Loading query={pairs}>
          {({ items }) => (
            <Listing<SamePair>
              items={items}
              idOf={({ one, other }) => one.id + other.id}
              empty={{ title: '没有疑似同一的事项', note: '确认过的，在任务页面可以查看和更改' }}
              scroll={{ x: 900 }}
              pagination={items.length > 30 ? { pageSize: 30 } : false}
              card={(pair) => (
                <div key={pair.one.id + pair.other.id} className="card">
                  <Side task={pair.one} own />
                  <Side task={pair.other} />
                  <div className="m">文字相近 {Math.round(pair.likeness * 100)}%</div>
                  <Decide pair={pair} />
                </div>
              )}
              columns={[
                { title: '本计划的任务', width: '30%', render: (_, { one }) => <Side task={one} own /> },
                { title: '其他计划的任务', render: (_, { other }) => <Side task={other} /> },
                { title: '共同牵头', width: 170, render: (_, { leads }) => <UnitNames units={leads} most={3} /> },
                {
                  title: '相近',
                  width: 72,
                  align: 'right',
                  render: (_, { likeness }) => `${Math.round(likeness * 100)}%`,
                },
                { title: '', width: 160, render: (_, pair) => <Decide pair={pair} /> },
              ]}
            />
          )}
        </Loading>
      </Panel>
    </>
  )
}

const Side = ({ task, own }: { task: TaskSide; own?: boolean }) => (
  <div>
    <Link to="/tasks/$id" params={{ id: task.id }} className="clip2">
      {task.ordinal}. {task.title}
    </Link>
    <div className="quiet small clip">
      {[own ? null : task.planTitle, task.dueOn && `${task.dueOn} 到期`].filter(Boolean).join('，')}
    </div>
  </div>
)

function Decide({ pair }: { pair: SamePair }) {
  const decide = useDecideSame()
  const say = (same: boolean) => decide.mutate({ id: pair.one.id, other: pair.other.id, same })
  return (
    <span className="row">
      <Button size="small" type="primary" ghost loading={decide.isPending} onClick={() => say(true)}>
        是同一事项
      </Button>
      <Button size="small" loading={decide.isPending} onClick={() => say(false)}>
        不是
      </Button>
    </span>
  )
}
