import { Tag } from 'antd'
import { stateTones, stateWords } from '@/features/rectifications/words'
import type { RectificationState } from '@/lib/api/types'

export function StateTag({ state }: { state: RectificationState }) {
  return (
    <Tag color={stateTones[state]} variant="filled">
      {stateWords[state]}
    </Tag>
  )
}
