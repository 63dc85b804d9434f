import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { Item, Rest, Work } from '@/features/todo/Work'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useReports } from '@/lib/requests/reports'
import { useTasks } from '@/lib/requests/tasks'
import { moment } from '@/lib/time'

export function ToReview() {
  const reports = useReports({ state: 'SUBMITTED', 'own-plans': 'true' }, 50)
  return (
    <Panel
      title="待审核的报送"
      flush
      actions={
        <Link to="/review">
          <Button type="primary" size="small">
            逐条审核
          </Button>
        </Link>
      }
    >
      <Loading query={reports}>
        {(found) => {
          const items = itemsOf(found)
          if (items.length === 0) return <Blank title="没有待审核的报送" note="单位报送后会立即出现在这里" />
          return (
            <>
              <Work>
                {items.slice(0, 6).map((report) => (
                  <Item
                    key={report.id}
                    title={
                      <Link to="/review" search={{ report: report.id }}>
                        {report.taskOrdinal}. {report.taskTitle}
                      </Link>
                    }
                  >
                    <UnitName unit={report.unit} />
                    <span>{periodWords(report.period)}</span>
                    <span>进度 {report.progress}%</span>
                    <span>{moment(report.submittedAt)} 报送</span>
                    {report.onTime === false && <span>迟报</span>}
                  </Item>
                ))}
              </Work>
              <Rest
                all={items.length}
                shown={6}
                more={reports.hasNextPage}
                to={<Link to="/review">在报送审核中查看</Link>}
              />
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}

const completed = { state: 'COMPLETION_SUBMITTED', 'own-plans': 'true' }

export function ToVerify() {
  const tasks = useTasks(completed, 20)
  const items = itemsOf(tasks.data)
  if (tasks.error && !tasks.data) return <ProblemView reason={tasks.error} retry={() => tasks.refetch()} />
  if (items.length === 0) return null
  return (
    <Panel title="待核验的办结申请" flush>
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
              <Link to="/tasks/$id" params={{ id: task.id }}>
                <Button>去核验</Button>
              </Link>
            }
          >
            <UnitNames units={task.leads} most={3} />
          </Item>
        ))}
      </Work>
      <Rest
        all={items.length}
        shown={items.length}
        more={tasks.hasNextPage}
        to={
          <Link to="/ledger" search={completed}>
            在台账中查看
          </Link>
        }
      />
    </Panel>
  )
}

export function Overdue() {
  const tasks = useTasks({ light: 'RED' }, 20)
  const items = itemsOf(tasks.data)
  if (tasks.error && !tasks.data) return <ProblemView reason={tasks.error} retry={() => tasks.refetch()} />
  if (items.length === 0) return null
  return (
    <Panel title="逾期滞后的任务" flush>
      <Work>
        {items.slice(0, 6).map((task) => (
          <Item
            key={task.id}
            light={<LightTag light={task.light} task />}
            title={
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.ordinal}. {task.title}
              </Link>
            }
          >
            <UnitNames units={task.leads} most={3} />
            <span>{task.lightReason}</span>
          </Item>
        ))}
      </Work>
      <Rest
        all={items.length}
        shown={6}
        more={tasks.hasNextPage}
        to={
          <Link to="/ledger" search={{ light: 'RED' }}>
            在台账中查看
          </Link>
        }
      />
    </Panel>
  )
}
