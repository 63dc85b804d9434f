import { useCallback, useState } from 'react'
import { scrollWithin } from '@/components/scroll'
import type { Tab } from '@/features/plans/LedgerColumn'
import { MarkBar } from '@/features/plans/MarkBar'
import { Paper } from '@/features/plans/Paper'
import { type Picked, pickedIn } from '@/features/plans/pickedText'
import { markSigns } from '@/features/plans/segments'
import type { TaskDialog } from '@/features/plans/TaskDialogs'
import type { Review } from '@/features/plans/useReview'
import type { PlanReading } from '@/lib/api/types'

const legend = ['leads', 'cooperators', 'wildcards', 'dueOn', 'indicator', 'phase'] as const
const legendWords = {
  leads: '牵头',
  cooperators: '配合',
  wildcards: '泛指',
  dueOn: '时限',
  indicator: '指标',
  phase: '阶段',
}

/** The text, its key, and what can be made of words that are marked in it. */
export function TextColumn(props: {
  reading: PlanReading
  review: Review
  editable: boolean
  onCaret: (at: number) => void
  onShown: () => void
  onTab: (tab: Tab) => void
  onDialog: (dialog: TaskDialog) => void
}) {
  const { reading, review } = props
  const [picked, setPicked] = useState<{ words: Picked; place: DOMRect } | null>(null)
  const onPick = useCallback(
    (task: number | undefined, finding: string | undefined) => {
      const item = finding && review.queue.find(({ id }) => id === finding)
      if (item) review.go(item)
      else if (task !== undefined) {
        review.goTask(task)
        props.onTab('tasks')
        requestAnimationFrame(() => scrollWithin(document.getElementById(`task-${task}`)))
      }
      if (task !== undefined || item) props.onShown()
    },
    [review.queue],
  )
  const onMark = (from: number, to: number, place: DOMRect | null) => {
    if (!place) {
      props.onCaret(from)
      setPicked(null)
      return
    }
    const words = pickedIn(reading, from, to)
    setPicked(words && props.editable ? { words, place } : null)
  }
  return (
    <section className="col text" aria-label="原文">
      <header>
        <h2>原文</h2>
        <div className="key grow">
          {legend.map((kind) => (
            <mark key={kind} className={kind} data-sign={markSigns[kind]}>
              {legendWords[kind]}
            </mark>
          ))}
        </div>
      </header>
      <div
        className="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by key
        tabIndex={0}
        role="region"
        aria-label="文件原文"
        onScroll={() => picked && setPicked(null)}
      >
        <Paper reading={reading} range={review.range} jump={review.jump} onPick={onPick} onMark={onMark} />
      </div>
      {picked && (
        <MarkBar
          reading={reading}
          review={review}
          picked={picked.words}
          place={picked.place}
          onDone={() => {
            window.getSelection()?.removeAllRanges()
            setPicked(null)
          }}
          onAdd={() => {
            props.onDialog({
              kind: 'add',
              after: picked.words.task?.ordinal ?? before(reading, picked.words.start),
              picked: picked.words,
            })
            setPicked(null)
          }}
        />
      )}
    </section>
  )
}

/** The last task that stands before a place in the text. */
const before = (reading: PlanReading, at: number) =>
  reading.tasks.findLast(({ source }) => source && source.end <= at)?.ordinal ?? 0
