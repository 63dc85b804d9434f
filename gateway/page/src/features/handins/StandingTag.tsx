import { Tag } from 'antd'
import { handInTones, handInWords } from '@/features/handins/words'
import type { HandInState } from '@/lib/api/types'

export function StandingTag({ handIn }: { handIn: { state: string; overdue: boolean } }) {
  const state = handIn.state as HandInState
  return (
    <Tag color={handIn.overdue ? 'error' : handInTones[state]} variant="filled">
      {handIn.overdue ? '逾期' : handInWords[state]}
    </Tag>
  )
}
