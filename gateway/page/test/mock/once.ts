/* What a report answers, what that spared, and tasks that are the same: made up. */
import { type Answer, type Any, type Asked, ok } from './asked.ts'
import { plans, ref, reports, tasks, units } from './data.ts'

const count = (filled: number, meetings: number, indicators: number, sameTasks: number) => ({
  filled,
  spared: meetings + indicators + sameTasks,
  meetings,
  indicators,
  sameTasks,
})
const side = (task: Any) => ({
  id: task.id,
  ordinal: task.ordinal,
  title: task.title,
  planId: task.planId,
  planTitle: plans.find(({ id }) => id === task.planId)?.title ?? '',
  dueOn: task.dueOn,
})

export function mockOnce() {
  const one = tasks[0]!
  const other = tasks.find(({ planId }) => planId !== one.planId) ?? tasks[1]!
  let same: boolean | null = null
  const likely = { likeness: 0.82, leads: [ref(units[0]!)] }
  const ofTask = (id: string) => {
    const pair = id === one.id ? other : id === other.id ? one : null
    return {
      same: pair && same ? [side(pair)] : [],
      likely: pair && same === null ? [{ task: side(pair), ...likely }] : [],
      mayDecide: true,
    }
  }
  return ({ method, path, body }: Asked): Answer | null => {
    if (path === '/reports/spared')
      return ok({
        total: count(45, 5, 20, 10),
        months: ['2026-11', '2026-10', '2026-09'].map((month, n) => ({
          month,
          count: count(14 + n, n ? 2 : 1, n ? 7 : 6, n ? 4 : 2),
        })),
        units: units.slice(0, 5).map((unit, n) => ({ unit: ref(unit), count: count(9, 1, 6 - n, 2) })),
      })
    if (path === '/tasks/follow-ups')
      return ok({
        items: units.slice(0, 2).map((unit, n) => ({
          ordinal: n + 1,
          taskId: tasks[n]!.id,
          taskTitle: tasks[n]!.title,
          taskState: 'IN_PROGRESS',
          unit: ref(unit),
          reportId: n ? null : reports[0]!.id,
          reportedAt: n ? null : '2026-11-20T10:00:00+08:00',
          progress: n ? null : 40,
          done: n ? null : '已完成方案起草，正在征求意见。',
          answeredBy: null,
        })),
      })
    const report = /^\/reports\/([^/]+)\/answers$/.exec(path)?.[1]
    if (report) {
      const own = reports.find(({ id }) => id === report) ?? reports[0]!
      return ok({
        given: ['SUBMITTED', 'ACCEPTED'].includes(own.state),
        answeredBy: null,
        answeredByTask: null,
        spared: 1,
        answers: [
          {
            kind: 'ROUND',
            words: `《${own.planTitle}》督导调度`,
            taskId: own.taskId,
            reportId: null,
            indicatorId: null,
          },
          {
            kind: 'MEETING',
            words: '《联席会议纪要》议定事项第2项的落实情况',
            taskId: own.taskId,
            reportId: null,
            indicatorId: null,
          },
        ],
        left: [
          {
            words: `《健康城市方案》第1项“${own.taskTitle}”的本期报送已另行填写，待单位负责人签发，不随本次报送改写。`,
            taskId: other.id,
            reportId: reports[1]!.id,
          },
        ],
      })
    }
    const decided = /^\/tasks\/([^/]+)\/same\/[^/]+$/.exec(path)?.[1]
    if (decided && method === 'PUT') {
      same = body.same
      return ok(ofTask(decided))
    }
    const task = /^\/tasks\/([^/]+)\/same$/.exec(path)?.[1]
    if (task) return ok(ofTask(task))
    if (/^\/plans\/[^/]+\/same-tasks$/.test(path))
      return ok({ items: same === null ? [{ one: side(one), other: side(other), ...likely }] : [] })
    return null
  }
}
