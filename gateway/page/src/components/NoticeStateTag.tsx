import { Tag } from 'antd'
import type { NoticeState } from '@/lib/api/types'
import { noticeStateTones, noticeStateWords } from '@/lib/words'

export function NoticeStateTag({ state }: { state: NoticeState }) {
  return (
    <Tag color={noticeStateTones[state]} variant="filled">
      {noticeStateWords[state]}
    </Tag>
  )
}
