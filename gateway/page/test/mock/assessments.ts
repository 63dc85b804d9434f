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
    { name: '整改落实', weight: 15, items: [item('RECTIFICATION_OVERDUE', 10, 50), item('RECTIFICATION_RECURRED', 20)] },
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

const totals = [98.8, 97.4, 97.4, 95.2, 93.6, 91, 88.3, 84.5]
const scored = data.units.slice(0, totals.length)
const settled = (month: string) => month < '2026-11'
const sheetId = (unit: number) => data.id(51, unit + 1)

const lineOf = (n: number, unit: number, month: string, opens: string, factId: string, points: number, what: string): Any => ({
  id: settled(month) ? data.id(52, unit * 10 + n) : null,
  opens,
  factId,
  taskId: data.tasks[n]!.id,
  day: `${month}-2${n}`,
  words: what,
  points,
  corrects: null,
  appealId: null,
  appealState: null,
  mayAppeal: settled(month),
})

export function mockAssessments() {
  let appeal: Any = {
    id: data.id(53, 1),
    version: 1,
    lineId: data.id(52, 31),
    sheetId: sheetId(3),
    month: '2026-10',
    unit: data.ref(scored[3]!),
    state: 'OPEN',
    measure: 'LATE_REPORT',
    measureWords: '迟报',
    opens: 'REPORT',
    factId: data.reports[0]!.id,
    taskId: data.tasks[1]!.id,
    day: '2026-10-21',
    lineWords: data.tasks[1]!.title,
    linePoints: 5,
    words: '当日系统停机维护，次日一早即已补报。',
    appealedAt: '2026-11-20T10:00:00+08:00',
    appealedBy: '方晓岚',
    restored: null,
    decision: null,
    decidedAt: null,
    decidedBy: null,
  }
  let rules: Any = { version: 0, rules: usual, since: null, usual, measures, adoptions: [], earliest: '2026-11', mayChange: true }

  const sheet = (month: string, unit: number): Any => {
    const late = lineOf(1, unit, month, 'REPORT', data.reports[0]!.id, -5, data.tasks[1]!.title)
    const overdue = lineOf(2, unit, month, 'TASK', data.tasks[2]!.id, -10, data.tasks[2]!.title)
    const lines: Record<string, Any[]> = { LATE_REPORT: [late], OVERDUE_TASK: [overdue] }
    const items = (list: Any[]) =>
      list.map((one) => {
        const own = lines[one.measure] ?? []
        const raw = own.length * one.points
        return { ...one, words: words[one.measure], facts: own.length, raw, counted: raw, capped: false, lines: own }
      })
    return {
      id: settled(month) ? sheetId(unit) : null,
      month,
      state: settled(month) ? 'SETTLED' : 'RUNNING',
      appealBy: settled(month) ? '2026-11-27' : null,
      unit: data.ref(scored[unit]!),
      place: unit + 1,
      assessed: totals.length,
      total: totals[unit],
      announced: null,
      announcedPlace: null,
      parts: usual.parts.map((part: Any) => {
        const counted = items(part.items)
        const score = 100 - counted.reduce((sum: number, one: Any) => sum + one.counted, 0)
        return { ...part, score, weighted: (score * part.weight) / 100, items: counted }
      }),
      bonus: items(usual.bonus),
      bonusPoints: 0,
      bonusCap: 8,
    }
  }

  return ({ method, path, body, q, who, name, unit }: Asked): Answer | null => {
    const staff = who !== 'liaison'
    const seen = scored.map((one, n) => ({ one, n })).filter(({ one }) => staff || one.id === unit?.id)
    const shown = () => ({
      ...appeal,
      allowed: appeal.state !== 'OPEN' ? [] : who === 'supervisor' ? ['DECIDE'] : staff ? [] : ['WITHDRAW'],
    })
    const month = /^\/assessments\/(\d{4}-\d\d)/.exec(path)?.[1]
    const of = /\/units\/([^/]+)$/.exec(path)?.[1]
    if (month && of) return ok(sheet(month, Math.max(0, seen.find(({ one }) => one.id === of || of === 'me')?.n ?? 0)))
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
        assessed: totals.length,
        average: 93.28,
        rules: usual,
        units: seen.map(({ one, n }) => ({
          unit: data.ref(one),
          place: n + 1,
          total: totals[n],
          announced: null,
          parts: usual.parts.map((part: Any, at: number) => ({ ...part, score: at === 0 ? 95 : at === 1 ? 90 : 100 })),
          bonus: n === 0 ? 2 : 0,
          facts: n,
          sheetId: settled(month) ? sheetId(n) : null,
        })),
        maySettle: false,
        mayAward: who === 'supervisor' && !settled(month),
      })
    if (path.startsWith('/assessment-sheets/')) {
      const n = scored.findIndex((_, at) => path.endsWith(sheetId(at)))
      return ok(sheet('2026-10', Math.max(0, n)))
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
        averageThen: 93.28,
        averageTried: 91.5,
        differing: 2,
        units: scored.map((one, n) => ({
          unit: data.ref(one),
          totalThen: totals[n],
          placeThen: n + 1,
          total: n === 1 ? 90 : totals[n],
          place: n + 1,
          differs: n === 1,
        })),
      })
    return null
  }
}
