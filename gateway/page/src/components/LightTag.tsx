import { Tooltip } from 'antd'
import type { CSSProperties } from 'react'
import type { Light } from '@/lib/api/types'
import { lightColours, lightWords, taskLightWords } from '@/lib/words'

/** A dot and its word; the reason in words on hover, and for those who cannot hover in the title. */
export function LightTag({
  light,
  reason,
  task,
  words = task ? taskLightWords : lightWords,
}: {
  light: Light
  reason?: string | null
  task?: boolean
  words?: Record<Light, string>
}) {
  const tag = (
    <span className="light" style={{ '--tone': lightColours[light] } as CSSProperties}>
      <i aria-hidden />
      {words[light] ?? light}
    </span>
  )
  return reason ? <Tooltip title={reason}>{tag}</Tooltip> : tag
}
