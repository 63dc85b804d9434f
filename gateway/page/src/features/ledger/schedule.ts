import type { Milestone, Task } from '@/lib/api/types'

export type Point = { day: string; percent: number }

const DAY = 86400_000
const at = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)

/** The line of scheduled progress: from nothing on the day of assignment over each milestone to all on the last day. */
export function scheduledLine(
  task: Pick<Task, 'assignedOn' | 'dueOn' | 'standing'> & { milestones: Milestone[] },
): Point[] {
  const { assignedOn, dueOn } = task
  if (!assignedOn || !dueOn || task.standing || dueOn <= assignedOn) return []
  return [
    { day: assignedOn, percent: 0 },
    ...task.milestones.filter((one) => one.dueOn < dueOn).map((one) => ({ day: one.dueOn, percent: one.percent })),
    { day: dueOn, percent: 100 },
  ]
}

/** The line of reported progress: after each report the average of what each lead unit had last said. */
export function reportedLine(task: Pick<Task, 'assignedOn' | 'parts' | 'reports'>): Point[] {
  const leads = task.parts.filter(({ part }) => part === 'LEAD').map(({ unit }) => unit.id)
  if (!task.assignedOn || leads.length === 0) return []
  const said = new Map<string, number>()
  const line: Point[] = [{ day: task.assignedOn, percent: 0 }]
  const reports = task.reports
    .filter(
      (report) =>
        report.submittedAt &&
        // what was reported in an earlier cycle says nothing of this one
        report.submittedAt.slice(0, 10) >= task.assignedOn! &&
        report.progress !== null &&
        leads.includes(report.unit.id),
    )
    .sort((a, b) => a.submittedAt!.localeCompare(b.submittedAt!))
  for (const report of reports) {
    said.set(report.unit.id, report.progress!)
    const percent = Math.round([...said.values()].reduce((sum, one) => sum + one, 0) / leads.length)
    line.push({ day: report.submittedAt!.slice(0, 10), percent })
  }
  return line
}

/** Whether somebody changed what is asked since a form was opened on it; what is reported meanwhile does not count. */
export const overtaken = (opened: Task, now: Task) => JSON.stringify(askedOf(opened)) !== JSON.stringify(askedOf(now))

export const overtakenWords = '任务已被他人调整，请关闭后在最新内容上重新调整'

const askedOf = (task: Task) => [
  [task.title, task.text, task.dueOn, task.kind, task.cycle, task.number, task.remark],
  task.indicators,
  task.parts.map(({ unit, part }) => `${part} ${unit.id}`).sort(),
  [task.milestones, task.proposedMilestones].map((all) =>
    all.map(({ name, dueOn, percent }) => [name, dueOn, percent]),
  ),
]

/** Where a day lies between two others, 0 to 1. */
export function share(day: string, from: string, to: string): number {
  const all = Math.max(at(to) - at(from), DAY)
  return Math.min(Math.max((at(day) - at(from)) / all, 0), 1)
}

export function gapWords(progress: number, scheduled: number): string {
  const gap = Math.round(progress - scheduled)
  if (gap === 0) return '与序时进度持平'
  return gap > 0 ? `快于序时进度${gap}个百分点` : `落后序时进度${-gap}个百分点`
}
