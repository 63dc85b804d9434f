import { type Answer, type Any, type Asked, list, ok } from './asked.ts'
import * as data from './data.ts'

const facts: Any[] = data.reports.slice(0, 8).map((report, n) => ({
  taskId: report.taskId,
  taskOrdinal: report.taskOrdinal,
  taskTitle: report.taskTitle,
  unit: report.unit,
  frozenOn: '2026-11-10',
  taskState: 'IN_PROGRESS',
  progress: 10 * n,
  light: n % 3 ? 'GREEN' : 'RED',
  lightReason: n % 3 ? '距办结期限还有40天' : '已超办结期限3个工作日',
  reportId: n === 7 ? null : report.id,
  reportState: n === 7 ? null : n % 3 ? 'ACCEPTED' : 'LAPSED',
  reportDueOn: n === 7 ? null : '2026-10-26',
  submittedOn: n % 3 && n !== 7 ? '2026-10-24' : null,
  reportLight: n === 7 ? null : n % 3 ? 'GREEN' : 'RED',
  reportLightReason: n === 7 ? null : n % 3 ? '已按时报送' : '本轮调度已结束，未报送',
}))

const usual: Any = {
  version: 0,
  cadence: 'MONTHLY',
  weekday: 5,
  monthDay: 25,
  quarterDay: 25,
  onDayOff: 'NEXT',
  graceWorkingDays: 10,
  signOff: false,
  cooperators: 'NOT',
  next: [
    { period: '2026-11', dueOn: '2026-11-25' },
    { period: '2026-12', dueOn: '2026-12-25' },
  ],
  mayChange: true,
}

/** What closing kept of a round, and what a plan says about its rounds. */
export function mockRounds() {
  let rules = usual
  return ({ method, path, body }: Asked): Answer | null => {
    if (/^\/rounds\/[^/]+\/facts$/.test(path)) return list(facts)
    if (/^\/plans\/[^/]+\/round-rules$/.test(path)) {
      if (method === 'PUT') rules = { ...rules, ...body, version: rules.version + 1 }
      return ok(rules)
    }
    const round = data.rounds.find(({ id }) => path === `/rounds/${id}`)
    return round ? ok(round) : null
  }
}
