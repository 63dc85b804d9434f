import { Badge, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { AdoptDialog } from '@/features/plans/AdoptDialog'
import { Adopted } from '@/features/plans/Adopted'
import { readinessOf } from '@/features/plans/blockers'
import { KeysHelp } from '@/features/plans/KeysHelp'
import { LedgerColumn, type Tab } from '@/features/plans/LedgerColumn'
import { optionsOf } from '@/features/plans/options'
import { progressOf } from '@/features/plans/queue'
import { ReadingHeadline } from '@/features/plans/ReadingHeadline'
import { ReviewBar } from '@/features/plans/ReviewBar'
import { type TaskDialog, TaskDialogs } from '@/features/plans/TaskDialogs'
import { TextColumn } from '@/features/plans/TextColumn'
import { useReview } from '@/features/plans/useReview'
import { useReviewActs } from '@/features/plans/useReviewActs'
import { useReviewKeys } from '@/features/plans/useReviewKeys'
import type { PlanReading } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useAdopt } from '@/lib/requests/readings'
import { useUnitWords } from '@/lib/unitWords'

export type Dialog = TaskDialog | { kind: 'help' } | { kind: 'adopt' } | null

/** The review of one reading: the text on the left, the ledger to be on the right, and the queue of doubts above it. */
export function ReviewView(props: { reading: PlanReading; waiting: boolean; onRegistered: (names: string[]) => void }) {
  const { reading } = props
  const me = useMe()
  const words = useUnitWords()
  const editable = reading.state === 'OPEN' && me.has('SUPERVISOR')
  const review = useReview(reading)
  const readiness = useMemo(() => readinessOf(reading, review.queue), [reading, review.queue])
  const progress = progressOf(review.queue)
  const options = useMemo(
    () => (review.current ? optionsOf(reading, review.current, words) : []),
    [reading, review.current, words],
  )
  const [tab, setTab] = useState<Tab>('tasks')
  const [side, setSide] = useState<'text' | 'ledger'>('ledger')
  const [dialog, setDialog] = useState<Dialog>(null)
  const [choosing, setChoosing] = useState<string | null>(null)
  const [caret, setCaret] = useState<number>()
  const adopt = useAdopt(reading.id)
  const acts = useReviewActs({
    reading,
    review,
    options,
    readiness,
    caret,
    onDialog: setDialog,
    onChoosing: setChoosing,
    onRegistered: props.onRegistered,
    onSwitch: () => setSide((before) => (before === 'text' ? 'ledger' : 'text')),
  })
  useReviewKeys(acts.command, acts.optionAt, editable && dialog === null)

  if (reading.state === 'ADOPTED' && adopt.isSuccess) return <Adopted reading={reading} />
  return (
    <>
      <ReadingHeadline reading={reading} />
      <ReviewBar
        reading={reading}
        queue={review.queue}
        readiness={readiness}
        editable={editable}
        onGo={review.go}
        onUndo={() => acts.command('undo')}
        onHelp={() => setDialog({ kind: 'help' })}
        onAdopt={() => setDialog({ kind: 'adopt' })}
      />
      <Segmented
        className="sides"
        block
        value={side}
        onChange={setSide}
        options={[
          { value: 'text', label: '原文' },
          {
            value: 'ledger',
            label: (
              <Badge count={progress.blocking} size="small" offset={[10, 0]}>
                台账
              </Badge>
            ),
          },
        ]}
      />
      <div className={`reading show-${side}`}>
        <TextColumn
          reading={reading}
          review={review}
          editable={editable}
          onCaret={setCaret}
          onShown={() => setSide('ledger')}
          onTab={setTab}
          onDialog={setDialog}
        />
        <LedgerColumn
          {...{ reading, review, options, readiness, editable, acts, choosing, tab }}
          waiting={props.waiting}
          onTab={setTab}
          onChoosing={setChoosing}
          onShowText={() => setSide('text')}
        />
      </div>
      {dialog?.kind === 'help' && <KeysHelp onClose={() => setDialog(null)} />}
      {dialog?.kind === 'adopt' && (
        <AdoptDialog
          reading={reading}
          readiness={readiness}
          remarks={progress.remarks}
          busy={adopt.isPending}
          problem={adopt.error}
          onClose={() => setDialog(null)}
          onAdopt={async (ordinals) => {
            // The last decision may still be on its way.
            const version = await review.settled()
            adopt.mutate({ version, ordinals }, { onSuccess: () => setDialog(null) })
          }}
        />
      )}
      <TaskDialogs reading={reading} review={review} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  )
}
