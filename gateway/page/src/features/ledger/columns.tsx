import { Link } from '@tanstack/react-router'
import { type TableColumnsType, Tag, Tooltip } from 'antd'
import { Bar } from '@/components/Bar'
import { LightTag } from '@/components/LightTag'
import { UnitNames } from '@/components/UnitNames'
import { gapWords } from '@/features/ledger/schedule'
import type { TaskRow, TaskState } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { kindWords, sourceWords, taskStateWords } from '@/lib/words'

const tones: Record<TaskState, string | undefined> = {
  DRAFTED: undefined,
  ASSIGNED: 'gold',
  ACKNOWLEDGED: 'blue',
  IN_PROGRESS: 'blue',
  COMPLETION_SUBMITTED: 'purple',
  SUSPENDED: undefined,
  CLOSED: 'green',
}

export function StateTag({ state }: { state: TaskState }) {
  return (
    <Tag color={tones[state]} variant="filled" style={{ marginInlineEnd: 0 }}>
      {taskStateWords[state] ?? state}
    </Tag>
  )
}

/** @param beside said after the day, on its line */
export function DueDay({
  task,
  beside,
}: {
  task: Pick<TaskRow, 'dueOn' | 'originalDueOn' | 'standing'>
  beside?: string
}) {
  if (task.standing && !task.dueOn) return <span className="quiet">长期</span>
  if (!task.dueOn) return <span className="quiet">未定</span>
  const moved = task.originalDueOn && task.originalDueOn !== task.dueOn
  return (
    <span>
      <span className="nowrap">{task.dueOn}</span>
      {beside && <span className="quiet small">（{beside}）</span>}
      {moved && <span className="quiet small moved">原定 {task.originalDueOn}</span>}
    </span>
  )
}

type Column = TableColumnsType<TaskRow>[number] & { key: string; words: string; always?: boolean }

export const columns: Column[] = [
  { key: 'ordinal', words: '序号', title: '序号', dataIndex: 'ordinal', width: 62, align: 'right' },
  {
    key: 'light',
    words: '亮灯',
    title: '亮灯',
    width: 92,
    render: (_, task) => <LightTag light={task.light} reason={task.lightReason} task />,
  },
  {
    key: 'title',
    words: '任务',
    title: '任务',
    always: true,
    render: (_, task) => (
      <Link to="/tasks/$id" params={{ id: task.id }} className="clip2" title={task.title}>
        {task.title}
      </Link>
    ),
  },
  {
    key: 'leads',
    words: '牵头单位',
    title: '牵头单位',
    width: 184,
    render: (_, task) => <UnitNames units={task.leads} most={2} />,
  },
  {
    key: 'cooperators',
    words: '配合单位',
    title: '配合单位',
    width: 184,
    render: (_, task) => <UnitNames units={task.cooperators} most={2} />,
  },
  { key: 'dueOn', words: '完成时限', title: '完成时限', width: 106, render: (_, task) => <DueDay task={task} /> },
  { key: 'state', words: '状态', title: '状态', width: 80, render: (_, task) => <StateTag state={task.state} /> },
  {
    key: 'kind',
    words: '类型',
    title: '类型',
    width: 80,
    render: (_, task) => kindWords[task.kind] ?? task.kind,
  },
  { key: 'progress', words: '进度', title: '进度', width: 122, render: (_, task) => <Bar value={task.progress} /> },
  {
    key: 'scheduled',
    words: '序时进度',
    title: '序时进度',
    width: 96,
    render: (_, task) =>
      task.scheduled === null ? (
        <span className="quiet">—</span>
      ) : (
        <Tooltip title={gapWords(task.progress, task.scheduled)}>
          <span className={`nowrap ${task.progress < task.scheduled ? 'behind' : ''}`}>
            {task.scheduled}%{task.progress < task.scheduled && ` 差${task.scheduled - task.progress}`}
          </span>
        </Tooltip>
      ),
  },
  {
    key: 'lastReport',
    words: '最近报送',
    title: '最近报送',
    width: 100,
    render: (_, task) =>
      task.lastReport ? (
        <span className="nowrap">{periodWords(task.lastReport.period)}</span>
      ) : (
        <span className="quiet nowrap">尚未报送</span>
      ),
  },
  {
    key: 'countyName',
    words: '县区',
    title: '县区',
    width: 88,
    render: (_, task) => task.countyName ?? <span className="quiet">市级</span>,
  },
  {
    key: 'planTitle',
    words: '来源',
    title: '来源',
    width: 200,
    render: (_, task) => (
      <Tooltip title={task.planTitle}>
        <div className="clip quiet" style={{ maxWidth: 176 }}>
          {sourceWords[task.source] ?? ''} · {task.planTitle}
        </div>
      </Tooltip>
    ),
  },
]

const usual = ['ordinal', 'light', 'title', 'leads', 'cooperators', 'dueOn', 'state', 'progress', 'lastReport']
const place = 'duban.ledger.columns'

export function rememberedColumns(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    if (Array.isArray(kept)) {
      const known = kept.filter((key) => columns.some((column) => column.key === key))
      if (known.length > 0) return known
    }
  } catch {
    // Storage that is closed or spoilt: the usual columns do.
  }
  return usual
}

export function rememberColumns(chosen: string[]) {
  try {
    localStorage.setItem(place, JSON.stringify(chosen))
  } catch {
    // Not remembered, still shown.
  }
}
