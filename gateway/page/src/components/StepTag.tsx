import type { CSSProperties } from 'react'
import type { Step } from '@/lib/api/types'
import { stepColours, stepWords } from '@/lib/words'

/** A dot in the notice's colour and its word. */
export function StepTag({ step }: { step: Step }) {
  return (
    <span className="light" style={{ '--tone': stepColours[step] } as CSSProperties}>
      <i aria-hidden />
      {stepWords[step] ?? step}
    </span>
  )
}
