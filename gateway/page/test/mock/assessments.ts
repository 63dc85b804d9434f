/* Made-up scores of 云江市: a month that was settled, one that runs, an appeal. */
import { type Answer, type Any, type Asked, isOneOf, list, NOW, ok } from './asked.ts'
import * as data from './data.ts'

const item = (measure: string, points: number, cap: number | null = null): Any => ({ measure, points, cap })
const usual: Any = {
  parts: [
    {
      name: '报送质量',
      weight: 40,
      items: [item('LATE_REPORT', 5, 30), item('MISSED_REPORT', 10), item('RETURNED_REPORT', 3, 15)],
    },
    { name: '任务进度', weight: 30, items: [item('OVERDUE_TASK', 10, 60)] },
    { name: '督办情况', weight: 15, items: [item('URGED', 2, 10), item('NOTICE_BLUE', 5), item('NOTICE_RED', 20)] },
    {
      name: '整改落实',
      weight: 15,
      items: [item('RECTIFICATION_OVERDUE', 10, 50), item('RECTIFICATION_RECURRED', 20)],
    },
  ],
  bonus: [item('COMPLETED_EARLY', 1, 5), item('FEATURE', 3, 5)],
  bonusCap: 8,
}
const words: Record<string, string> = {
  LATE_REPORT: '迟报',
  MISSED_REPORT: '未报',
  RETURNED_REPORT: '报送被退回',
  OVERDUE_TASK: '任务逾期',
  URGED: '被催办',
  NOTICE_BLUE: '蓝色督办单',
  NOTICE_RED: '红色督办单',
  RECTIFICATION_OVERDUE: '整改逾期',
  RECTIFICATION_RECURRED: '整改反弹',
  COMPLETED_EARLY: '提前办结',
  FEATURE: '特色加分',
}
const measures = Object.entries(words).map(([measure, name]) => ({
  measure,
  words: name,
  explanation: `本月${name}，每次计一次`,
  bonus: measure === 'COMPLETED_EARLY' || measure === 'FEATURE',
}))

/** How often each unit was late, missed a report, and let a task run over. */
const facts: Record<string, number>[] = [
  { COMPLETED_EARLY: 1 },
  { LATE_REPORT: 1 },
  { LATE_REPORT: 1 },
  { LATE_REPORT: 1, URGED: 1 },
  { LATE_REPORT: 2, OVERDUE_TASK: 1 },
  { MISSED_REPORT: 1, OVERDUE_TASK: 1, URGED: 2 },
  { LATE_REPORT: 2, MISSED_REPORT: 1, OVERDUE_TASK: 2, NOTICE_BLUE: 1 },
  { MISSED_REPORT: 2, OVERDUE_TASK: 2, NOTICE_BLUE: 1, RECTIFICATION_OVERDUE: 1 },
]
const scored = data.units.slice(0, facts.length)
const settled = (month: string) => month < '2026-11'
const sheetId = (unit: number) => data.id(51, unit + 1)

const OPENS: Record<string, string> = {
  LATE_REPORT: 'REPORT',
  MISSED_REPORT: 'REPORT',
  URGED: 'TASK',
  OVERDUE_TASK: 'TASK',
  COMPLETED_EARLY: 'TASK',
  NOTICE_BLUE: 'NOTICE',
  RECTIFICATION_OVERDUE: 'RECTIFICATION',
}

function linesOf(month: string, unit: number, measure: string, points: number, bonus: boolean): Any[] {
  return Array.from({ length: facts[unit]![measure] ?? 0 }, (_, n) => {
    const at = Object.keys(words).indexOf(measure) * 3 + n
    const task = data.tasks[at % data.tasks.length]!
    const opens = OPENS[measure]!
    return {
      id: settled(month) ? data.id(52, unit * 100 + at) : null,
      opens,
      factId: opens === 'TASK' ? task.id : opens === 'REPORT' ? data.reports[at % data.reports.length]!.id : task.id,
      taskId: task.id,
      day: `${month}-${10 + at}`,
      words: task.title,
      points: bonus ? points : -points,
      corrects: null,
      appealId: null,
      appealState: null,
      mayAppeal: settled(month) && !bonus,
    }
  })
}

/** The month's items of a unit, each part's score and the total, as the rules have them. */
function scoreOf(month: string, unit: number) {
  const items = (list: Any[], bonus = false): Any[] =>
    list.map((one) => {
      const lines = linesOf(month, unit, one.measure, one.points, bonus)
      const raw = lines.length * one.points
      const counted = one.cap === null ? raw : Math.min(raw, one.cap)
      return { ...one, words: words[one.measure], facts: lines.length, raw, counted, capped: counted < raw, lines }
    })
  const sum = (list: Any[]) => list.reduce((points: number, { counted }) => points + counted, 0)
  const parts = usual.parts.map((part: Any) => {
    const scoredItems = items(part.items)
    const score = 100 - sum(scoredItems)
    return { ...part, score, weighted: (score * part.weight) / 100, items: scoredItems }
  })
  const bonus = items(usual.bonus, true)
  const bonusPoints = sum(bonus)
  const total = parts.reduce((points: number, { weighted }: Any) => points + weighted, bonusPoints)
  return { parts, bonus, bonusPoints, total: Math.round(total * 100) / 100 }
}

const standings = (month: string) => {
  const totals = scored.map((_, n) => scoreOf(month, n).total)
  return totals.map((total) => ({ total, place: 1 + totals.filter((other) => other > total).length }))
}
/** As if each report that is missed took twice as much. */
const triedTotals = (month: string) =>
  standings(month).map(({ total }, n) => Math.round((total - 4 * (facts[n]!.MISSED_REPORT ?? 0)) * 100) / 100)
const average = (totals: number[]) =>
  Math.round((totals.reduce((sum, one) => sum + one, 0) / totals.length) * 100) / 100

export function mockAssessments() {
  let appeal: Any = {
    id: data.id(53, 1),
    version: 1,
    lineId: data.id(52, 300),
    sheetId: sheetId(3),
    month: '2026-10',
    unit: data.ref(scored[3]!),
    state: 'OPEN',
    measure: 'LATE_REPORT',
    measureWords: '迟报',
    opens: 'REPORT',
    factId: data.reports[0]!.id,
    taskId: data.tasks[0]!.id,
    day: '2026-10-10',
    lineWords: data.tasks[0]!.title,
    linePoints: 5,
    words: '当日系统停机维护，次日一早即已补报。',
    appealedAt: '2026-11-20T10:00:00+08:00',
    appealedBy: '方晓岚',
    restored: null,
    decision: null,
    decidedAt: null,
    decidedBy: null,
  }
  let rules: Any = {
    version: 0,
    rules: usual,
    since: null,
    usual,
    measures,
    adoptions: [],
    earliest: '2026-11',
    mayChange: true,
  }

  const sheet = (month: string, unit: number, who: string): Any => {
    const { place } = standings(month)[unit]!
    return {
      id: settled(month) ? sheetId(unit) : null,
      month,
      state: settled(month) ? 'SETTLED' : 'RUNNING',
      appealBy: settled(month) ? '2026-11-27' : null,
      unit: data.ref(scored[unit]!),
      place,
      assessed: scored.length,
      announced: null,
      announcedPlace: null,
      bonusCap: usual.bonusCap,
      ...appealed(scoreOf(month, unit), who),
    }
  }
  const appealed = ({ parts, ...score }: Any, who: string): Any => ({
    ...score,
    parts: parts.map((part: Any) => ({
      ...part,
      items: part.items.map((one: Any) => ({
        ...one,
        lines: one.lines.map((line: Any) =>
          line.id === appeal.lineId
            ? { ...line, appealId: appeal.id, appealState: appeal.state, mayAppeal: false }
            : { ...line, mayAppeal: line.mayAppeal && who === 'liaison' },
        ),
      })),
    })),
  })

  return ({ method, path, body, q, who, name, unit }: Asked): Answer | null => {
    const staff = who !== 'liaison'
    const seen = scored.map((one, n) => ({ one, n })).filter(({ one }) => staff || one.id === unit?.id)
    const shown = () => ({
      ...appeal,
      allowed: appeal.state !== 'OPEN' ? [] : who === 'supervisor' ? ['DECIDE'] : staff ? [] : ['WITHDRAW'],
    })
    const month = /^\/assessments\/(\d{4}-\d\d)/.exec(path)?.[1]
    const of = /\/units\/([^/]+)$/.exec(path)?.[1]
    if (month && of) {
      const n = seen.find(({ one }) => one.id === of || of === 'me')?.n ?? 0
      return ok(sheet(month, n, who))
    }
    if (month && path.endsWith('/awards')) return ok({ id: data.id(54, 1) }, 201)
    if (month)
      return ok({
        month,
        state: settled(month) ? 'SETTLED' : 'RUNNING',
        settledAt: settled(month) ? '2026-11-20T09:00:00+08:00' : null,
        settledBy: settled(month) ? '周明远' : null,
        appealBy: settled(month) ? '2026-11-27' : null,
        openAppeals: appeal.state === 'OPEN' && settled(month) ? 1 : 0,
        openRounds: settled(month) ? 0 : 2,
        assessed: scored.length,
        average: average(standings(month).map(({ total }) => total)),
        rules: usual,
        units: seen
          .map(({ one, n }) => {
            const { parts, bonusPoints } = scoreOf(month, n)
            return {
              unit: data.ref(one),
              ...standings(month)[n]!,
              announced: null,
              parts,
              bonus: bonusPoints,
              facts: Object.values(facts[n]!).reduce((sum, times) => sum + times, 0),
              sheetId: settled(month) ? sheetId(n) : null,
            }
          })
          .sort((one, other) => one.place - other.place),
        maySettle: false,
        mayAward: who === 'supervisor' && !settled(month),
      })
    if (path.startsWith('/assessment-sheets/')) {
      const n = scored.findIndex((_, at) => path.endsWith(sheetId(at)))
      return ok(sheet('2026-10', Math.max(0, n), who))
    }
    if (path.startsWith('/assessment-awards/')) return ok(undefined, 204)
    if (path === '/assessment-appeals' && method === 'GET')
      return list(isOneOf(q('state'), appeal.state) ? [shown()] : [])
    if (path === '/assessment-appeals') {
      appeal = { ...appeal, state: 'OPEN', version: 1, words: body.words, lineId: body.lineId, appealedAt: NOW }
      return ok(shown(), 201)
    }
    if (path.startsWith('/assessment-appeals/')) {
      if (path.endsWith('/decision'))
        appeal = {
          ...appeal,
          version: appeal.version + 1,
          state: body.upheld ? 'UPHELD' : 'REJECTED',
          restored: body.upheld ? (body.restored ?? appeal.linePoints) : null,
          decision: body.words,
          decidedAt: NOW,
          decidedBy: name,
        }
      if (path.endsWith('/withdrawal')) appeal = { ...appeal, version: appeal.version + 1, state: 'WITHDRAWN' }
      return ok(shown())
    }
    if (path === '/scoring-rules') {
      if (method === 'PUT')
        rules = {
          ...rules,
          version: rules.version + 1,
          adoptions: [
            {
              id: data.id(55, rules.version + 1),
              from: body.from,
              state: 'COMING',
              rules: body.rules,
              reason: body.reason,
              adoptedAt: NOW,
              adoptedBy: name,
            },
            ...rules.adoptions,
          ],
        }
      return ok({ ...rules, mayChange: who === 'supervisor' })
    }
    if (path === '/scoring-rule-trials')
      return ok({
        month: body.month,
        settled: settled(body.month),
        averageThen: average(standings(body.month).map(({ total }) => total)),
        averageTried: average(triedTotals(body.month)),
        differing: triedTotals(body.month).filter((total, n) => total !== standings(body.month)[n]!.total).length,
        units: scored.map((one, n) => {
          const { total: totalThen, place: placeThen } = standings(body.month)[n]!
          const all = triedTotals(body.month)
          const total = all[n]!
          const place = 1 + all.filter((other) => other > total).length
          return { unit: data.ref(one), totalThen, placeThen, total, place, differs: total !== totalThen }
        }),
      })
    return null
  }
}
