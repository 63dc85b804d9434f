import { memo, useEffect, useMemo, useRef } from 'react'
import { scrollWithin } from '@/components/scroll'
import { focusOn, markSigns, marksOf, markWords, type Segment, segments } from '@/features/plans/segments'
import { usePicked } from '@/features/plans/usePicked'
import type { PlanReading, Span } from '@/lib/api/types'

type Props = {
  reading: PlanReading
  range: Span | null
  /** Grows when the text has to follow what is looked at. */
  jump: number
  onPick: (task: number | undefined, finding: string | undefined) => void
  onMark: (from: number, to: number, place: DOMRect | null) => void
}

/** The document as it was read, with what was recognised marked in place: by tint, by the kind of line, and by a sign. */
export const Paper = memo(function Paper({ reading, range, jump, onPick, onMark }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const marks = useMemo(() => marksOf(reading), [reading.tasks, reading.findings, reading.phases, reading.sources])
  const pieces = useMemo(
    () => segments(reading.text, range ? [...marks, focusOn(range)] : marks),
    [reading.text, marks, range?.start, range?.end],
  )
  useEffect(() => {
    if (jump > 0) scrollWithin(box.current?.querySelector('.on'))
  }, [jump])
  usePicked(box, onMark)
  const picked = (piece: Segment) => {
    if (window.getSelection()?.isCollapsed === false) return
    const finding = piece.findings.at(-1)
    const task = piece.tasks.at(-1)
    if (finding || task !== undefined) onPick(task, finding)
  }
  return (
    <div ref={box} className="paper">
      {pieces.map((piece) =>
        piece.kinds.length === 0 ? piece.text : <Mark key={piece.start} piece={piece} onClick={() => picked(piece)} />,
      )}
    </div>
  )
})

function Mark({ piece, onClick }: { piece: Segment; onClick: () => void }) {
  const named = piece.kinds.filter((kind) => kind !== 'finding' && kind !== 'focus')
  const inner = named.at(-1)
  const doubtful = piece.kinds.includes('finding')
  const signs = piece.opening.map((kind) => markSigns[kind] ?? '').join('')
  const classes = [inner, doubtful && 'finding', piece.kinds.includes('focus') && 'on'].filter(Boolean).join(' ')
  return (
    <mark
      className={classes}
      data-sign={signs || undefined}
      title={doubtful ? `待核：${piece.words}` : inner && inner !== 'task' ? markWords[inner as 'leads'] : undefined}
      onClick={onClick}
    >
      {piece.opening.includes('task') && <i data-no={piece.tasks.at(-1)} />}
      {piece.text}
    </mark>
  )
}
