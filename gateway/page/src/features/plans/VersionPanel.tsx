import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Differences } from '@/features/plans/Differences'
import { comparedOf, titled, versionWords } from '@/features/plans/versions'
import type { PlanReading, ReadingTask } from '@/lib/api/types'

/** What changed since the version that was adopted, task by task; what this version no longer has is left to a person. */
export function VersionPanel(props: {
  reading: PlanReading
  editable: boolean
  onPick: (ordinal: number) => void
  onDetach: () => void
}) {
  const { reading } = props
  const compared = comparedOf(reading)
  if (!compared || !reading.previous) return null
  const words = versionWords(reading)
  const group = (title: string, tasks: ReadingTask[], tone?: string) => (
    <Group title={title} count={tasks.length}>
      {tasks.map((task) => (
        <li key={task.ordinal}>
          <button type="button" className="plain" onClick={() => props.onPick(task.ordinal)}>
            <Named tag={title} tone={tone}>
              任务 {task.ordinal}　{task.title}
            </Named>
            <span className="small">
              <Differences of={task.sameAs?.differences ?? []} />
            </span>
          </button>
        </li>
      ))}
    </Group>
  )
  return (
    <div className="versions">
      <div className="lead">
        <p>
          这是
          <Link to="/ledger" search={{ plan: reading.previous.planId }}>
            {titled(reading.previous.title)}
          </Link>
          的新版本（{reading.previous.reason}）。
          {words && (reading.state === 'OPEN' ? `采纳时在原计划上更新：${words}。` : `${words}。`)}
        </p>
        {props.editable && compared.DONE.length === 0 && (
          <Button size="small" onClick={props.onDetach}>
            不是新版本，按新计划采纳
          </Button>
        )}
      </div>
      {group('变更', compared.CHANGED, 'purple')}
      {group('新增', compared.NEW, 'success')}
      <Group title="已删去" count={reading.gone.length}>
        {reading.gone.map((task) => (
          <li key={task.taskId}>
            <span className="grow">
              <Named tag="已删去" tone="error">
                <del>{task.title}</del>
              </Named>
            </span>
            <Link to="/tasks/$id" params={{ id: task.taskId }}>
              在台账中处理
            </Link>
          </li>
        ))}
      </Group>
      {group('未变', compared.SAME)}
      {group('已纳入', compared.DONE)}
    </div>
  )
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section>
      <h3 className="group">
        {title} {count} 项
      </h3>
      <ul className="doubts">{children}</ul>
    </section>
  )
}

const Named = ({ tag, tone, children }: { tag: string; tone?: string; children: ReactNode }) => (
  <span className="row top">
    <Tag variant="filled" color={tone}>
      {tag}
    </Tag>
    <span>{children}</span>
  </span>
)
