import type { Goal } from '@/lib/api/types'

export const goalStateWords: Record<Goal['state'], string> = { SET: '待自评', ASSESSED: '待评定', REVIEWED: '已评定' }
export const verdictWords: Record<NonNullable<Goal['verdict']>, string> = {
  MET: '完成',
  PARTLY_MET: '部分完成',
  NOT_MET: '未完成',
}

/** Where a goal stands, in a word and the colour that goes with it. */
export function goalTag(goal: Pick<Goal, 'state' | 'verdict' | 'returnReason'>): {
  words: string
  tone: string | undefined
} {
  if (goal.state === 'REVIEWED' && goal.verdict)
    return {
      words: verdictWords[goal.verdict],
      tone: { MET: 'green', PARTLY_MET: 'gold', NOT_MET: 'red' }[goal.verdict],
    }
  if (goal.state === 'SET' && goal.returnReason) return { words: '自评退回', tone: 'red' }
  return { words: goalStateWords[goal.state], tone: goal.state === 'ASSESSED' ? 'purple' : 'blue' }
}

/** The years one may look at: what was, is, and is being planned. */
export const yearsAround = (year: number): number[] => [year + 1, year, year - 1, year - 2]
