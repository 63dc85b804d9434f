import { Tag } from 'antd'
import { meetingStateTones, meetingStateWords } from '@/features/meetings/words'
import type { Meeting } from '@/lib/api/types'

export function StateTag({ state }: { state: Meeting['state'] }) {
  return (
    <Tag color={meetingStateTones[state]} variant="filled">
      {meetingStateWords[state]}
    </Tag>
  )
}
