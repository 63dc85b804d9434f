import type { CountyFeatures, FeatureBoard } from '@/lib/api/types'

export const lackingOf = (board: FeatureBoard): CountyFeatures[] => board.counties.filter(({ lacking }) => lacking > 0)

/** Which counties have named too little, and until when they may. */
export function boardWords(board: FeatureBoard, today: string): string {
  const asked = `每个县区至少 ${board.least} 项，应于 ${board.dueOn} 前提报`
  const lacking = lackingOf(board)
  if (lacking.length === 0) return `各县区均已按要求提报。${asked}。`
  const late = board.dueOn && board.dueOn < today ? '已过提报期限，' : ''
  return `${late}${lacking.length} 个县区尚未按要求提报：${lacking.map(({ name }) => name).join('、')}。${asked}。`
}
