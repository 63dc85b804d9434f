import { Link } from '@tanstack/react-router'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { UnitNames } from '@/components/UnitNames'
import { DueDay, StateTag } from '@/features/ledger/columns'
import type { TaskRow } from '@/lib/api/types'

export function NoTasks({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Blank title="没有符合条件的任务" note="可放宽或清除筛选条件" />
  ) : (
    <Blank title="台账还没有任务" note="计划采纳或会议纪要印发后，任务会自动进入台账" />
  )
}

/** The ledger's rows on a phone. */
export function TaskCards({ rows, loading, filtered }: { rows: TaskRow[]; loading: boolean; filtered: boolean }) {
  if (rows.length === 0) return loading ? null : <NoTasks filtered={filtered} />
  return (
    <div className="cards">
      {rows.map((task) => (
        <Link key={task.id} to="/tasks/$id" params={{ id: task.id }} className="card">
          <div className="t">
            {task.ordinal}. {task.title}
          </div>
          <div className="m">
            <LightTag light={task.light} task />
            <StateTag state={task.state} />
            <DueDay task={task} />
          </div>
          {task.light !== 'GREEN' && task.lightReason && <div className="m">{task.lightReason}</div>}
          <div className="m">
            牵头：
            <UnitNames units={task.leads} most={2} />
          </div>
          <div style={{ marginTop: 6 }}>
            <Bar value={task.progress} />
          </div>
        </Link>
      ))}
    </div>
  )
}
