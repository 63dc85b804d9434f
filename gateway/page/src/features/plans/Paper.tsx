import { memo, useEffect, useMemo, useRef } from 'react'
import { scrollWithin } from '@/components/scroll'
import { marksOf, markWords, segments } from '@/features/plans/segments'
import type { PlanReading } from '@/lib/api/types'

export type Focus = { task?: number; finding?: string }

type Props = { reading: PlanReading; focus: Focus; onPick: (focus: Focus) => void; jump: number }

/** The document as it was read, with what was recognised marked in place. `jump` grows when the text has to follow. */
export const Paper = memo(function Paper({ reading, focus, onPick, jump }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const pieces = useMemo(
    () => segments(reading.text, marksOf(reading)),
    [reading.text, reading.tasks, reading.findings, reading.phases],
  )
  useEffect(() => {
    if (jump === 0) return
    const wanted = focus.finding ? `[data-findings~="${focus.finding}"]` : `[data-tasks~="${focus.task}"]`
    scrollWithin(box.current?.querySelector(wanted))
  }, [jump])
  return (
    <div ref={box} className="paper">
      {pieces.map((piece) => {
        if (piece.kinds.length === 0) return piece.text
        const inner = piece.kinds.filter((kind) => kind !== 'finding').at(-1)
        const on = focus.finding
          ? piece.findings.includes(focus.finding)
          : focus.task !== undefined && piece.tasks.includes(focus.task)
        return (
          <mark
            key={piece.start}
            className={[inner, piece.kinds.includes('finding') && 'finding', on && 'on'].filter(Boolean).join(' ')}
            data-tasks={piece.tasks.join(' ')}
            data-findings={piece.findings.join(' ')}
            title={
              piece.kinds.includes('finding') ? piece.words : inner && inner !== 'task' ? markWords[inner] : undefined
            }
            onClick={() => {
              const finding = piece.findings.at(-1)
              const task = piece.tasks.at(-1)
              if (finding) onPick({ finding, task })
              else if (task !== undefined) onPick({ task })
            }}
          >
            {piece.text}
          </mark>
        )
      })}
    </div>
  )
})
