import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { comparedOf, differenceWords, versionWords } from '@/features/plans/versions'
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
  return (
    <div className="versions">
      <div className="lead">
        <p>
          这是
          <Link to="/ledger" search={{ plan: reading.previous.planId }}>
            《{reading.previous.title}》
          </Link>
          的新版本（{reading.previous.reason}）。采纳时在原计划上更新：{versionWords(reading)}。
        </p>
        {props.editable && (
          <Button size="small" onClick={props.onDetach}>
            不是新版本，按新计划采纳
          </Button>
        )}
      </div>
      <Group title="变更" tone="purple" tasks={compared.CHANGED} onPick={props.onPick} />
      <Group title="新增" tone="success" tasks={compared.NEW} onPick={props.onPick} />
      {reading.gone.length > 0 && (
        <section>
          <h3 className="group">已删去 {reading.gone.length} 项</h3>
          <ul className="doubts">
            {reading.gone.map((task) => (
              <li key={task.taskId}>
                <span className="grow">
                  <Tag variant="filled" color="error">
                    已删去
                  </Tag>
                  <del>{task.title}</del>
                </span>
                <Link to="/tasks/$id" params={{ id: task.taskId }}>
                  在台账中处理
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group title="未变" tasks={compared.SAME} onPick={props.onPick} />
    </div>
  )
}

function Group(props: { title: string; tone?: string; tasks: ReadingTask[]; onPick: (ordinal: number) => void }) {
  if (props.tasks.length === 0) return null
  return (
    <section>
      <h3 className="group">
        {props.title} {props.tasks.length} 项
      </h3>
      <ul className="doubts">
        {props.tasks.map((task) => (
          <li key={task.ordinal}>
            <button type="button" className="plain" onClick={() => props.onPick(task.ordinal)}>
              <Tag variant="filled" color={props.tone}>
                {props.title}
              </Tag>
              任务 {task.ordinal}　{task.title}
              {task.sameAs?.differences.map((difference) => (
                <span key={difference.field} className="difference small">
                  {differenceWords(difference.field)}：<del>{difference.from || '无'}</del> →{' '}
                  <ins>{difference.to || '无'}</ins>
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
