import type { CSSProperties } from 'react'
import { standingColours, standingWords } from '@/features/indicators/words'
import type { Standing } from '@/lib/api/types'

/** A dot in the standing's colour and its word. */
export function StandingTag({ standing }: { standing: Standing }) {
  return (
    <span className="light" style={{ '--tone': standingColours[standing] } as CSSProperties}>
      <i aria-hidden />
      {standingWords[standing]}
    </span>
  )
}
