import { type Answer, type Any, type Asked, ok, TODAY } from './asked.ts'
import * as data from './data.ts'

const usual: Any[] = [
  { light: 'RED', when: 'OVERDUE', number: 0 },
  { light: 'RED', when: 'REPORT_OVERDUE', number: 0 },
  { light: 'RED', when: 'BEHIND', number: 31 },
  { light: 'YELLOW', when: 'BEHIND', number: 10 },
  { light: 'YELLOW', when: 'NOT_STARTED', number: 1 },
  { light: 'YELLOW', when: 'RETURNED', number: null },
  { light: 'YELLOW', when: 'DUE_WITHIN', number: 3 },
  { light: 'BLUE', when: 'DUE_WITHIN', number: 7 },
  { light: 'DONE_LATE', when: 'DONE_LATE', number: 0 },
]

const rules = (plan: Any | undefined): Any => ({
  planId: plan?.id ?? null,
  planTitle: plan?.title ?? null,
  version: 2,
  origin: plan ? 'PLAN' : 'CITY',
  rules: usual,
  stillDays: 30,
  since: '2026-09-01',
  usual: { rules: usual, stillDays: 30 },
  adoptions: [
    {
      id: data.id(43, 2),
      from: '2026-12-01',
      state: 'COMING',
      rules: { rules: usual.slice(0, 4), stillDays: 45 },
      reason: '年终冲刺，从严亮灯',
      adoptedAt: '2026-11-20T10:00:00+08:00',
      adoptedBy: '周明远',
    },
    {
      id: data.id(43, 1),
      from: '2026-09-01',
      state: 'IN_FORCE',
      rules: { rules: usual, stillDays: 30 },
      reason: '经第三季度调度会研究',
      adoptedAt: '2026-08-28T10:00:00+08:00',
      adoptedBy: '周明远',
    },
  ],
  mayChange: true,
})

const adopted = (before: Any, { rules, stillDays, from, reason }: Any, by: string): Any => ({
  ...before,
  version: before.version + 1,
  adoptions: [
    {
      id: data.id(43, before.version + 1),
      from,
      state: 'COMING',
      rules: rules && { rules, stillDays },
      reason,
      adoptedAt: `${TODAY}T09:40:00+08:00`,
      adoptedBy: by,
    },
    ...before.adoptions.map((one: Any) => (one.state === 'COMING' ? { ...one, state: 'SUPERSEDED' } : one)),
  ],
})

const trial = (plan: string | null): Any => ({
  planId: plan,
  months: ['2026-09', '2026-10', '2026-11'].map((month, n) => ({
    month,
    day: ['2026-09-30', '2026-10-31', TODAY][n],
    tasks: 28,
    then: { GREEN: 18 - n, DONE_LATE: 1, BLUE: 3, YELLOW: 4, RED: 2 + n },
    tried: { GREEN: 19 - n, DONE_LATE: 1, BLUE: 3, YELLOW: 3, RED: 2 + n },
    differing: 1,
  })),
  differing: 3,
  differences: data.tasks.slice(0, 3).map((task, n) => ({
    month: ['2026-11', '2026-10', '2026-09'][n],
    taskId: task.id,
    planId: task.planId,
    planTitle: task.planTitle,
    title: task.title,
    then: { light: 'YELLOW', reason: '进度20%，序时进度32%，落后12个百分点' },
    tried: { light: 'GREEN', reason: '推进正常，办结期限2026年12月31日' },
  })),
})

/** Rules of lights as the task service answers them, the city's and each plan's. */
export function mockLights() {
  const kept = new Map<string, Any>()
  return ({ method, path, body, name }: Asked): Answer | null => {
    if (path === '/light-rule-trials') return ok(trial(body.plan ?? null))
    const of = /^(?:\/plans\/([^/]+))?\/light-rules$/.exec(path)
    if (!of) return null
    const plan = data.plans.find(({ id }) => id === of[1])
    const now = kept.get(path) ?? rules(plan)
    kept.set(path, method === 'PUT' ? adopted(now, body, name) : now)
    return ok(kept.get(path))
  }
}
