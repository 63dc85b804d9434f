import { Badge, Button, Segmented } from 'antd'
import { useEffect, useMemo } from 'react'
import { Blank } from '@/components/Blank'
import { scrollWithin } from '@/components/scroll'
import type { Readiness } from '@/features/plans/blockers'
import { HeadPanel } from '@/features/plans/HeadPanel'
import type { Option } from '@/features/plans/options'
import { QueueCard } from '@/features/plans/QueueCard'
import { QueueList } from '@/features/plans/QueueList'
import { progressOf, stepFrom } from '@/features/plans/queue'
import { type TaskAct, TaskEntry } from '@/features/plans/TaskEntry'
import { UnitsPanel } from '@/features/plans/UnitsPanel'
import type { Review } from '@/features/plans/useReview'
import type { ReviewActs } from '@/features/plans/useReviewActs'
import { VersionPanel } from '@/features/plans/VersionPanel'
import type { PlanReading } from '@/lib/api/types'

export type Tab = 'tasks' | 'doubts' | 'versions' | 'units' | 'head'

type Props = {
  reading: PlanReading
  review: Review
  options: Option[]
  readiness: Readiness
  editable: boolean
  acts: ReviewActs
  waiting: boolean
  choosing: string | null
  tab: Tab
  onTab: (tab: Tab) => void
  onChoosing: (item: string | null) => void
  onShowText: () => void
}

/** The doubt that is worked on, and below it the ledger to be, the whole queue, versions, units and the document itself. */
export function LedgerColumn(props: Props) {
  const { reading, review, tab, acts } = props
  const { blocking, remarks } = progressOf(review.queue)
  useEffect(() => {
    if (review.jump === 0) return
    if (tab === 'doubts') scrollWithin(document.getElementById(`item-${review.current?.id}`))
    else if (review.task !== undefined && review.task !== null)
      scrollWithin(document.getElementById(`task-${review.task}`))
  }, [review.jump, tab])
  return (
    <section className="col ledger" aria-label="识别结果">
      {props.editable && reading.tasks.length + review.queue.length > 0 && (
        <QueueCard
          reading={reading}
          queue={review.queue}
          item={review.current}
          options={props.options}
          waiting={props.waiting || acts.registering}
          choosing={props.choosing !== null && props.choosing === review.current?.id}
          jump={review.jump}
          onAdopt={props.readiness.ready.length > 0 ? () => acts.command('adopt') : undefined}
          onStep={(by) => review.go(stepFrom(review.queue, review.current?.id, by))}
          onOption={acts.take}
          onDismiss={acts.dismiss}
          onChosen={(units) => review.current && acts.chosen(review.current, units)}
          onChoosing={(open) => props.onChoosing(open ? (review.current?.id ?? null) : null)}
          onRegister={acts.register}
        />
      )}
      <header>
        <Segmented<Tab>
          value={tab}
          onChange={props.onTab}
          options={[
            { value: 'tasks', label: `台账 ${reading.tasks.length}` },
            { value: 'doubts', label: <Counted words="疑点" count={blocking + remarks} urgent={blocking > 0} /> },
            ...(reading.previous ? [{ value: 'versions' as const, label: '版本变化' }] : []),
            { value: 'units', label: '单位' },
            { value: 'head', label: '文件信息' },
          ]}
        />
      </header>
      <div className="scroll">
        <Body {...props} />
      </div>
    </section>
  )
}

function Body({ reading, review, readiness, editable, acts, tab, ...props }: Props) {
  const units = useMemo(() => new Map(reading.units.map((unit) => [unit.name, unit])), [reading.units])
  const doubts = useMemo(() => {
    const count = new Map<number, number>()
    for (const { task } of readiness.blockers) if (task !== null) count.set(task, (count.get(task) ?? 0) + 1)
    return count
  }, [readiness])
  const act = (what: TaskAct, ordinal: number) => {
    switch (what) {
      case 'pick':
        review.goTask(ordinal)
        break
      case 'edit':
        acts.edit(ordinal)
        break
      case 'split':
        acts.split(ordinal)
        break
      case 'merge':
        acts.merge(ordinal)
        break
      case 'skip':
        acts.skip(ordinal)
        break
      case 'add':
        acts.add(ordinal)
        break
    }
  }
  switch (tab) {
    case 'tasks':
      return reading.tasks.length === 0 ? (
        <Blank title="没有识别出任务" note="在原文中选中文字，即可新增任务；也可以手工填写">
          {editable && <Button onClick={() => acts.add(0)}>新增任务</Button>}
        </Blank>
      ) : (
        reading.tasks.map((task, index) => (
          <TaskEntry
            key={task.ordinal}
            task={task}
            units={units}
            on={review.task === task.ordinal}
            doubts={doubts.get(task.ordinal) ?? 0}
            editable={editable}
            last={index === reading.tasks.length - 1}
            onAct={act}
          />
        ))
      )
    case 'doubts':
      return (
        <QueueList
          queue={review.queue}
          current={review.current?.id}
          editable={editable}
          onPick={review.go}
          onReopen={(item) => review.change([{ do: 'decide', finding: item.id, state: 'OPEN' }])}
        />
      )
    case 'versions':
      return (
        <VersionPanel
          reading={reading}
          editable={editable}
          onPick={(ordinal) => {
            review.goTask(ordinal)
            props.onTab('tasks')
          }}
          onDetach={() => review.head({ previousPlanId: null })}
        />
      )
    case 'units':
      return <UnitsPanel reading={reading} editable={editable} onMatch={review.matchName} />
    case 'head':
      return <HeadPanel reading={reading} editable={editable && !reading.planId} onSave={review.head} />
  }
}

function Counted({ words, count, urgent }: { words: string; count: number; urgent: boolean }) {
  return (
    <span className="row" style={{ gap: 6 }}>
      {words}
      <Badge count={count} size="small" color={urgent ? '#c43d34' : '#c98a12'} />
    </span>
  )
}
