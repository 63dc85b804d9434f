import { Link } from '@tanstack/react-router'
import { Tag, Tooltip } from 'antd'
import { differenceWords } from '@/features/plans/versions'
import type { ReadingTask } from '@/lib/api/types'

/** Where a task stands: doubts, how it compares with the version before, what people decided, whether it is in the ledger. */
export function TaskTags({ task, doubts }: { task: ReadingTask; doubts: number }) {
  const change = task.sameAs?.change
  return (
    <span className="tags">
      {doubts > 0 && (
        <Tag variant="filled" color="error">
          待核 {doubts}
        </Tag>
      )}
      {change === 'NEW' && (
        <Tag variant="filled" color="success">
          新增
        </Tag>
      )}
      {change === 'CHANGED' && (
        <Tag variant="filled" color="purple">
          变更
        </Tag>
      )}
      {change === 'SAME' && <Tag variant="filled">未变</Tag>}
      {task.sameAs?.state === 'CLOSED' && <Tag variant="filled">原任务已销号，不再变更</Tag>}
      {task.carried.length > 0 && (
        <Tooltip title={`上一版核定时的更正：${task.carried.map(differenceWords).join('、')}`}>
          <Tag variant="filled" color="blue">
            沿用更正
          </Tag>
        </Tooltip>
      )}
      {task.corrected && task.carried.length === 0 && (
        <Tag variant="filled" color="blue">
          已更正
        </Tag>
      )}
      {task.decision === 'SKIP' && <Tag variant="filled">不纳入</Tag>}
      {task.taskId && (
        <Link to="/tasks/$id" params={{ id: task.taskId }} onClick={(event) => event.stopPropagation()}>
          <Tag variant="filled" color="success">
            ✓ 已纳入
          </Tag>
        </Link>
      )}
    </span>
  )
}
