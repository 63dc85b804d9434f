import { Link } from '@tanstack/react-router'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitNames } from '@/components/UnitNames'
import { useToday } from '@/lib/requests/clock'
import { useTasks } from '@/lib/requests/tasks'
import { daysBetween } from '@/lib/time'

/** Named before a light says so: whose progress has not moved for long. */
export function Still({ plan }: { plan: Record<string, string> }) {
  const today = useToday()
  const still = { ...plan, still: 'true' }
  const tasks = useTasks(still, 10)
  const rows = tasks.data?.pages[0]?.items ?? []
  if (tasks.error && !tasks.data) return <ProblemView reason={tasks.error} retry={() => tasks.refetch()} />
  if (rows.length === 0) return null
  return (
    <Panel
      title="久无进展"
      actions={
        <Link to="/ledger" search={still}>
          全部
        </Link>
      }
    >
      <p className="quiet">灯还没有变，进度已经很久没有动：</p>
      <ul className="stack tight" style={{ listStyle: 'none', padding: 0, margin: '8px 0 0' }}>
        {rows.map((task) => (
          <li key={task.id} className="row wrap between">
            <Link to="/tasks/$id" params={{ id: task.id }} className="clip2">
              {task.title}
            </Link>
            <span className="quiet small">
              <UnitNames units={task.leads} most={2} />
              ，进度 {task.progress}%，
              {task.stillSince && `${daysBetween(task.stillSince, today)} 天没有变化`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
