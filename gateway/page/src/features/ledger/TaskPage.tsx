import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { UnitName } from '@/components/UnitNames'
import { CompletionEvidence } from '@/features/ledger/CompletionEvidence'
import { mayComment } from '@/features/ledger/comments'
import { FieldChanges } from '@/features/ledger/FieldChanges'
import { Pressing } from '@/features/ledger/Pressing'
import { SameTasks } from '@/features/ledger/SameTasks'
import { TaskActions } from '@/features/ledger/TaskActions'
import { TaskComments } from '@/features/ledger/TaskComments'
import { TaskExtensions } from '@/features/ledger/TaskExtensions'
import { TaskFacts } from '@/features/ledger/TaskFacts'
import { TaskHistory } from '@/features/ledger/TaskHistory'
import { TaskParts } from '@/features/ledger/TaskParts'
import { TaskPieces } from '@/features/ledger/TaskPieces'
import { TaskReports } from '@/features/ledger/TaskReports'
import { TaskSchedule } from '@/features/ledger/TaskSchedule'
import { WatchButton } from '@/features/ledger/WatchButton'
import type { PieceOf, Task } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useTask } from '@/lib/requests/tasks'
import { sourceWords } from '@/lib/words'

export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const task = useTask(id)
  return <Loading query={task}>{(data) => <TaskView task={data} />}</Loading>
}

function TaskView({ task }: { task: Task }) {
  const me = useMe()
  const [about, setAbout] = useState<string>()
  const commentOn = (report: string) => {
    setAbout(report)
    document.getElementById('comments')?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }
  return (
    <>
      <PageHead
        title={`${task.ordinal}. ${task.title}`}
        note={
          <>
            <Link to="/ledger" search={{ plan: task.planId }}>
              {sourceWords[task.source]}：{task.planTitle}
            </Link>
            {task.pieceOf && <PieceOfWords of={task.pieceOf} />}
          </>
        }
      >
        {task.state !== 'DRAFTED' && <WatchButton id={task.id} />}
        <TaskActions task={task} />
      </PageHead>
      <Standing task={task} />
      <div className="two">
        <div className="stack">
          <TaskFacts task={task} />
          <TaskExtensions task={task} />
          <TaskSchedule task={task} />
          <TaskParts task={task} mine={me.unit?.id} />
          <TaskPieces task={task} />
          <SameTasks id={task.id} />
          <CompletionEvidence task={task} />
          <Pressing task={task} />
          <TaskReports
            reports={task.reports}
            supervisor={me.has('SUPERVISOR')}
            mine={me.unit?.id}
            onComment={mayComment(me) ? commentOn : undefined}
          />
          {task.state !== 'DRAFTED' && <TaskComments task={task} about={about} setAbout={setAbout} />}
        </div>
        <div className="stack">
          <TaskHistory id={task.id} />
          <FieldChanges id={task.id} />
        </div>
      </div>
    </>
  )
}

function PieceOfWords({ of }: { of: PieceOf }) {
  return (
    <div>
      上级任务：
      {of.taskId ? (
        <Link to="/tasks/$id" params={{ id: of.taskId }}>
          {of.title}
        </Link>
      ) : (
        of.title
      )}
      （<UnitName unit={of.givenBy} />
      分解，权重 {of.weight}）
    </div>
  )
}

/** What must be known before anything else on the page is read. */
function Standing({ task }: { task: Task }) {
  if (task.state === 'DRAFTED')
    return <Alert type="info" showIcon title="草稿，单位不可见；下达后通知有关单位签收" style={{ marginBottom: 16 }} />
  if (!task.suspension) return null
  const { since, resumesOn, reason } = task.suspension
  return (
    <Alert
      type="warning"
      showIcon
      title={`${since} 起暂缓办理${resumesOn ? `，${resumesOn} 自动恢复` : ''}`}
      description={reason}
      style={{ marginBottom: 16 }}
    />
  )
}
