import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Panel } from '@/components/Panel'
import { UnitNames } from '@/components/UnitNames'
import { useDecideSame, useSameTasks } from '@/lib/requests/once'

/** Tasks of other plans that are the same obligation, or look like it to who may say so. */
export function SameTasks({ id }: { id: string }) {
  const tasks = useSameTasks(id).data
  const decide = useDecideSame()
  if (!tasks || (tasks.same.length === 0 && tasks.likely.length === 0)) return null
  return (
    <Panel title="其他计划的同一事项">
      {tasks.same.map((task) => (
        <div key={task.id} className="row wrap between">
          <span className="grow">
            <Link to="/tasks/$id" params={{ id: task.id }}>
              {task.ordinal}. {task.title}
            </Link>
            <div className="quiet small">{task.planTitle}；报送其中一项，另一项同时完成</div>
          </span>
          {tasks.mayDecide && (
            <Button
              size="small"
              loading={decide.isPending}
              onClick={() => decide.mutate({ id, other: task.id, same: false })}
            >
              改为分别报送
            </Button>
          )}
        </div>
      ))}
      {tasks.likely.map(({ task, likeness, leads }) => (
        <div key={task.id} className="row wrap between">
          <span className="grow">
            <Link to="/tasks/$id" params={{ id: task.id }}>
              {task.ordinal}. {task.title}
            </Link>
            <div className="quiet small">
              {task.planTitle}；文字相近 {Math.round(likeness * 100)}%，都由 <UnitNames units={leads} most={3} /> 牵头
            </div>
          </span>
          <span className="row">
            <Button
              size="small"
              type="primary"
              ghost
              loading={decide.isPending}
              onClick={() => decide.mutate({ id, other: task.id, same: true })}
            >
              是同一事项
            </Button>
            <Button
              size="small"
              loading={decide.isPending}
              onClick={() => decide.mutate({ id, other: task.id, same: false })}
            >
              不是
            </Button>
          </span>
        </div>
      ))}
    </Panel>
  )
}
