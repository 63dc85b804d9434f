import { Tag } from 'antd'
import { stateTones, stateWords } from '@/features/complaints/words'
import type { ComplaintState } from '@/lib/api/types'

export function StateTag({ state }: { state: ComplaintState }) {
  return (
    <Tag color={stateTones[state]} variant="filled">
      {stateWords[state]}
    </Tag>
  )
}
