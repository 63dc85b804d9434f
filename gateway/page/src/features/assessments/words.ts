import type { AppealState, AssessmentState, SheetLine } from '@/lib/api/types'

export const stateWords: Record<AssessmentState, string> = { RUNNING: '进行中', ENDED: '待核定', SETTLED: '已核定' }
export const stateTones: Record<AssessmentState, string> = { RUNNING: 'blue', ENDED: 'gold', SETTLED: 'green' }

export const appealWords: Record<AppealState, string> = {
  OPEN: '待裁定',
  UPHELD: '申诉成立',
  REJECTED: '申诉不成立',
  WITHDRAWN: '已撤回',
}
export const appealTones: Record<AppealState, string | undefined> = {
  OPEN: 'gold',
  UPHELD: 'green',
  REJECTED: 'red',
  WITHDRAWN: undefined,
}

/** What a line does to the score: −5, +3. */
export const effect = (points: number) => (points < 0 ? `−${-points}` : `+${points}`)

type Opened = Pick<SheetLine, 'opens' | 'factId' | 'taskId'>

/** Where the fact of a line is shown; null where it stands on the line itself. */
export function placeOf({ opens, factId, taskId }: Opened): string | null {
  switch (opens) {
    case 'REPORT':
      return `/reports/${factId}`
    case 'NOTICE':
      return `/notices/${factId}`
    case 'RECTIFICATION':
      return `/rectifications/${factId}`
    case 'APPEAL':
      return '/assessments/appeals'
    // Of a task that was given to others since, the line itself says all that is to be seen.
    default:
      return taskId ? `/tasks/${taskId}` : null
  }
}
