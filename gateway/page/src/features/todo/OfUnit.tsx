import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitNames } from '@/components/UnitNames'
import { Item, Rest, Work } from '@/features/todo/Work'
import type { Report } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useHandIns } from '@/lib/requests/handIns'
import { useMe } from '@/lib/requests/me'
import { useReports } from '@/lib/requests/reports'
import { useAcknowledge, useTasks } from '@/lib/requests/tasks'
import { dueWords, longDay } from '@/lib/time'

function actWords({ allowed, state, pending }: Report): string {
  if (allowed.includes('SIGN_OFF')) return '签发'
  if (state === 'RETURNED') return '修改后重报'
  return pending ? '修改' : '填写报送'
}

const owed = { unit: 'me', state: 'DUE,RETURNED' }

export function Owed({ today }: { today: string }) {
  const reports = useReports(owed, 50)
  const rank = { RED: 0, YELLOW: 1, BLUE: 2, DONE_LATE: 3, GREEN: 4 }
  const sorted = (items: Report[]) =>
    [...items].sort((a, b) => rank[a.light] - rank[b.light] || a.dueOn.localeCompare(b.dueOn))
  return (
    <Panel title="待报送" flush actions={<Link to="/reports">全部报送</Link>}>
      <Loading query={reports}>
        {(found) => {
          const items = sorted(itemsOf(found))
          if (items.length === 0)
            return <Blank title="本期报送已全部完成" note="新一期调度开启后，需要报送的任务会列在这里" />
          return (
            <>
              <Work>
                {items.slice(0, 12).map((report) => (
                  <Item
                    key={report.id}
                    light={<LightTag light={report.light} reason={report.lightReason} />}
                    title={
                      <Link to="/reports/$id" params={{ id: report.id }}>
                        {report.taskOrdinal}. {report.taskTitle}
                      </Link>
                    }
                    act={
                      <Link to="/reports/$id" params={{ id: report.id }}>
                        <Button type="primary" ghost>
                          {actWords(report)}
                        </Button>
                      </Link>
                    }
                  >
                    <span>{periodWords(report.period)}进展</span>
                    <span>
                      {longDay(report.dueOn)}前报送，{dueWords(report.dueOn, today)}
                    </span>
                    {report.state === 'RETURNED' && <Tag color="warning">退回：{report.returnReason}</Tag>}
                    {report.awaitsSignOff && <Tag color="processing">待单位负责人签发</Tag>}
                    {report.pending?.refusal && <Tag color="warning">负责人退回：{report.pending.refusal}</Tag>}
                  </Item>
                ))}
              </Work>
              <Rest
                all={items.length}
                shown={12}
                more={reports.hasNextPage}
                to={
                  <Link to="/reports" search={owed}>
                    在进展报送中查看
                  </Link>
                }
              />
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}

/** Shown only where there is something: most units owe a hand-in a few times a year. */
export function HandInsOwed({ today }: { today: string }) {
  const owed = useHandIns({ unit: 'me', state: 'OWED,RETURNED' }, 20)
  const items = itemsOf(owed.data)
  if (owed.error && !owed.data) return <ProblemView reason={owed.error} retry={() => owed.refetch()} />
  if (items.length === 0) return null
  return (
    <Panel title="待报送材料" flush actions={<Link to="/hand-ins">全部材料</Link>}>
      <Work>
        {items.map((one) => (
          <Item
            key={one.id}
            title={
              <Link to="/hand-ins/$id" params={{ id: one.id }}>
                {one.title}
              </Link>
            }
            act={
              <Link to="/hand-ins/$id" params={{ id: one.id }}>
                <Button type="primary" ghost>
                  填写
                </Button>
              </Link>
            }
          >
            <span>
              {longDay(one.dueOn)}前报送，{dueWords(one.dueOn, today)}
            </span>
            {one.overdue && <Tag color="error">逾期</Tag>}
            {one.state === 'RETURNED' && <Tag color="warning">退回：{one.returnReason}</Tag>}
          </Item>
        ))}
      </Work>
    </Panel>
  )
}

export function ToAcknowledge({ today }: { today: string }) {
  const me = useMe()
  const tasks = useTasks({ unit: 'me', 'to-acknowledge': 'true' }, 50)
  const acknowledge = useAcknowledge()
  return (
    <Panel title="待签收" flush>
      <Loading query={tasks}>
        {(found) => {
          const items = itemsOf(found)
          if (items.length === 0) return <Blank title="没有待签收的任务" />
          return (
            <Work>
              {items.map((task) => (
                <Item
                  key={task.id}
                  title={
                    <Link to="/tasks/$id" params={{ id: task.id }}>
                      {task.ordinal}. {task.title}
                    </Link>
                  }
                  act={
                    <Button
                      type="primary"
                      ghost
                      loading={acknowledge.isPending && acknowledge.variables?.id === task.id}
                      onClick={() => acknowledge.mutate(task)}
                    >
                      签收
                    </Button>
                  }
                >
                  <span>{task.leads.some((unit) => unit.id === me.unit?.id) ? '本单位牵头' : '本单位配合'}</span>
                  <span>
                    牵头：
                    <UnitNames units={task.leads} most={3} />
                  </span>
                  {task.dueOn && (
                    <span>
                      {longDay(task.dueOn)}前完成，{dueWords(task.dueOn, today)}
                    </span>
                  )}
                </Item>
              ))}
            </Work>
          )
        }}
      </Loading>
    </Panel>
  )
}
