import { EditOutlined } from '@ant-design/icons'
import { Button, Tag, Tooltip } from 'antd'
import { memo } from 'react'
import type { ReadingTask, ReadingUnit } from '@/lib/api/types'
import { indicatorWords } from '@/lib/words'

type Props = {
  task: ReadingTask
  units: Map<string, ReadingUnit>
  on: boolean
  trouble: boolean
  editable: boolean
  onPick: () => void
  onEdit: () => void
  onDecide: (decision: 'KEEP' | 'SKIP') => void
}

function Chip({ name, tone, unit }: { name: string; tone: 'lead' | 'coop'; unit: ReadingUnit | undefined }) {
  const known = !unit || unit.state === 'MATCHED'
  const words = known
    ? unit?.unit && unit.unit.name !== name
      ? `对应 ${unit.unit.name}`
      : unit?.unit?.name
    : unit.state === 'AMBIGUOUS'
      ? '有多个同名单位，请选定'
      : '单位目录中没有，请登记或对应'
  const chip = <span className={`chip ${known ? tone : 'unknown'}`}>{name}</span>
  return words ? <Tooltip title={words}>{chip}</Tooltip> : chip
}

export const TaskEntry = memo(function TaskEntry(props: Props) {
  const { task, units } = props
  const skipped = task.decision === 'SKIP'
  return (
    <article
      id={`task-${task.ordinal}`}
      className={`entry${props.on ? ' on' : ''}${props.trouble ? ' bad' : ''}${skipped ? ' skipped' : ''}`}
      onClick={props.onPick}
      aria-label={`任务 ${task.ordinal}`}
    >
      <div className="row top" style={{ gap: 12 }}>
        <button type="button" className="no" aria-label={`在原文中查看任务 ${task.ordinal}`}>
          {task.ordinal}
        </button>
        <div className="grow">
          <div className="row top between">
            <div className="t grow">
              {task.title}
              {task.corrected && (
                <Tag variant="filled" color="blue" style={{ marginInlineStart: 8 }}>
                  已更正
                </Tag>
              )}
              {skipped && (
                <Tag variant="filled" style={{ marginInlineStart: 8 }}>
                  不采纳
                </Tag>
              )}
            </div>
            {props.editable && (
              <span className="row" onClick={(event) => event.stopPropagation()}>
                <Button type="text" size="small" onClick={() => props.onDecide(skipped ? 'KEEP' : 'SKIP')}>
                  {skipped ? '恢复' : '不采纳'}
                </Button>
                <Button
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={`更正任务 ${task.ordinal}`}
                  onClick={props.onEdit}
                >
                  更正
                </Button>
              </span>
            )}
          </div>
          <dl>
            <dt>牵头</dt>
            <dd>
              {task.leads.length ? (
                task.leads.map((name) => <Chip key={name} name={name} tone="lead" unit={units.get(name)} />)
              ) : (
                <span className="chip unknown">未写明，请指定</span>
              )}
            </dd>
            {task.cooperators.length > 0 && (
              <>
                <dt>配合</dt>
                <dd>
                  {task.cooperators.map((name) => (
                    <Chip key={name} name={name} tone="coop" unit={units.get(name)} />
                  ))}
                </dd>
              </>
            )}
            {task.wildcards.length > 0 && (
              <>
                <dt>泛指</dt>
                <dd>
                  {task.wildcards.map((name) => (
                    <span key={name} className="chip wild">
                      {name}
                    </span>
                  ))}
                </dd>
              </>
            )}
            {(task.dueOn || task.indicators.length > 0) && (
              <>
                <dt>要求</dt>
                <dd>
                  {task.dueOn && <span className="chip date">{task.dueOn} 前</span>}
                  {task.indicators.map((indicator, index) => (
                    <Tooltip key={index} title={indicatorWords(indicator)}>
                      <span className="chip mark">{indicator.text}</span>
                    </Tooltip>
                  ))}
                </dd>
              </>
            )}
          </dl>
        </div>
      </div>
    </article>
  )
})
