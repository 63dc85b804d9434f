import type { Meeting } from '@/lib/api/types'

export const meetingStateWords: Record<Meeting['state'], string> = {
  REQUESTED: '提请中',
  CONVENED: '已召集',
  HELD: '已召开',
  MINUTES_ISSUED: '纪要已印发',
  CANCELLED: '已取消',
}
export const meetingStateTones: Record<Meeting['state'], string | undefined> = {
  REQUESTED: 'gold',
  CONVENED: 'processing',
  HELD: 'purple',
  MINUTES_ISSUED: 'success',
  CANCELLED: undefined,
}
export const meetingKindWords: Record<Meeting['kind'], string> = { REGULAR: '例会', EXTRAORDINARY: '临时会议' }
export const meetingFormWords: Record<Meeting['form'], string> = {
  PLENARY: '全体会议',
  TOPICAL: '专题会议',
  LIAISON: '联络员会议',
}
export const replyWords = { ATTEND: '参加', DEPUTY: '派员参加', ABSENT: '请假' } as const
export const cadenceWords: Record<string, string> = {
  QUARTER: '每季度一次',
  HALF_YEAR: '每半年一次',
  YEAR: '每年一次',
  MONTH: '每月一次',
  NONE: '不定期',
}
