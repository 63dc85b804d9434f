import type { Comment, Role, Task, UnitRef } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import type { CommentWords } from '@/lib/requests/comments'

export const MOST_WORDS = 1000

/** Those who supervise the task, among the units that can be addressed. */
export const SUPERVISORS = 'SUPERVISORS'
export const supervisorsWords = '督查人员'

/** Whoever only keeps accounts reads along. */
export const mayComment = (me: { has: (...roles: Role[]) => boolean }) =>
  me.has('SUPERVISOR', 'SECRETARY', 'CONVENER', 'LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE')

/** Whom a comment on the task can address: its units, lead units first, the one that gave it as a piece, and its supervisors. */
export function addressees(task: Pick<Task, 'parts' | 'pieceOf'>, nameOf: (unit: UnitRef) => string) {
  const leads = task.parts.filter(({ part }) => part === 'LEAD')
  const others = task.parts.filter(({ part }) => part !== 'LEAD')
  const units = [...leads, ...others].map(({ unit }) => unit)
  const giver = task.pieceOf?.givenBy
  if (giver && !units.some(({ id }) => id === giver.id)) units.push(giver)
  return [
    ...units.map((unit) => ({ value: unit.id, label: nameOf(unit) })),
    { value: SUPERVISORS, label: supervisorsWords },
  ]
}

/** What is sent of what was written. */
export function wordsOf(text: string, chosen: string[], report: string | undefined): CommentWords {
  return {
    text: text.trim(),
    ...(report && { reportId: report }),
    units: chosen.filter((one) => one !== SUPERVISORS),
    supervisors: chosen.includes(SUPERVISORS),
  }
}

/** Whom a comment addresses, as it is read. */
export function addressed(comment: Pick<Comment, 'units' | 'supervisors'>, nameOf: (unit: UnitRef) => string): string {
  const names = comment.units.map(nameOf)
  if (comment.supervisors) names.push(supervisorsWords)
  return names.join('、')
}

/** The reports of the task that can be written about: those handed in and within sight. */
export const reportChoices = (task: Pick<Task, 'reports'>, nameOf: (unit: UnitRef) => string) =>
  task.reports
    .filter(({ submittedAt }) => submittedAt)
    .map(({ id, period, unit }) => ({ value: id, label: `${periodWords(period)}报送（${nameOf(unit)}）` }))
