import { EditOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { memo } from 'react'
import { Differences } from '@/features/plans/Differences'
import { TaskTags } from '@/features/plans/TaskTags'
import type { ReadingTask, ReadingUnit } from '@/lib/api/types'
import { indicatorWords } from '@/lib/words'

export type TaskAct = 'pick' | 'edit' | 'split' | 'merge' | 'skip' | 'add'

type Props = {
  task: ReadingTask
  units: Map<string, ReadingUnit>
  on: boolean
  /** How many open doubts stop it. */
  doubts: number
  editable: boolean
  last: boolean
  onAct: (act: TaskAct, ordinal: number) => void
}

/** One line of the ledger to be: what was read, and what can be done about it. */
export const TaskEntry = memo(function TaskEntry({ task, units, on, doubts, editable, last, onAct }: Props) {
  const skipped = task.decision === 'SKIP'
  const adopted = Boolean(task.taskId)
  const act = (what: TaskAct) => onAct(what, task.ordinal)
  const classes = ['entry', on && 'on', doubts > 0 && 'bad', skipped && 'skipped', adopted && 'adopted']
  return (
    <article
      id={`task-${task.ordinal}`}
      className={classes.filter(Boolean).join(' ')}
      onClick={() => act('pick')}
      aria-label={`任务 ${task.ordinal}`}
      aria-current={on || undefined}
    >
      <div className="row top" style={{ gap: 12 }}>
        <button type="button" className="no" aria-label={`在原文中查看任务 ${task.ordinal}`}>
          {task.ordinal}
        </button>
        <div className="grow">
          <div className="row top between">
            <div className="t grow">
              {task.title} <TaskTags task={task} doubts={doubts} />
            </div>
            {editable && !adopted && (
              <span className="row acts" onClick={(event) => event.stopPropagation()}>
                <Button
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={`更正任务 ${task.ordinal}`}
                  onClick={() => act('edit')}
                >
                  更正
                </Button>
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      { key: 'split', label: '拆分…', disabled: skipped },
                      { key: 'merge', label: '与下一项合并', disabled: skipped || last },
                      { key: 'skip', label: skipped ? '恢复' : '不纳入台账' },
                      { key: 'add', label: '在其后新增任务…' },
                    ],
                    onClick: ({ key, domEvent }) => {
                      domEvent.stopPropagation()
                      act(key as TaskAct)
                    },
                  }}
                >
                  <Button
                    size="small"
                    type="text"
                    icon={<MoreOutlined />}
                    aria-label={`任务 ${task.ordinal} 的其他操作`}
                  />
                </Dropdown>
              </span>
            )}
          </div>
          <Facts task={task} units={units} />
        </div>
      </div>
    </article>
  )
})

function Facts({ task, units }: Pick<Props, 'task' | 'units'>) {
  const names = (list: string[], tone: 'lead' | 'coop') =>
    list.map((name) => <UnitChip key={name} name={name} tone={tone} unit={units.get(name)} />)
  return (
    <dl>
      <dt>牵头</dt>
      <dd>{task.leads.length ? names(task.leads, 'lead') : <span className="chip unknown">未写明，请指定</span>}</dd>
      {task.cooperators.length > 0 && (
        <>
          <dt>配合</dt>
          <dd>{names(task.cooperators, 'coop')}</dd>
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
      {task.sameAs && task.sameAs.differences.length > 0 && (
        <>
          <dt>变更</dt>
          <dd className="differences">
            <Differences of={task.sameAs.differences} />
          </dd>
        </>
      )}
    </dl>
  )
}

function UnitChip({ name, tone, unit }: { name: string; tone: 'lead' | 'coop'; unit: ReadingUnit | undefined }) {
  const known = !unit || unit.state === 'MATCHED'
  const words = known
    ? unit?.unit && unit.unit.name !== name
      ? `对应 ${unit.unit.name}`
      : unit?.unit?.name
    : unit.state === 'AMBIGUOUS'
      ? '有多个同名单位，请选定'
      : '单位目录中没有，请登记或对应'
  const chip = (
    <span className={`chip ${known ? tone : 'unknown'}`}>
      {!known && <span aria-hidden="true">?</span>}
      {name}
    </span>
  )
  return words ? <Tooltip title={words}>{chip}</Tooltip> : chip
}
