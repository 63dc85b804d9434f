import { type Answer, type Any, type Asked, isOneOf, isUnit, list, NOW, ok, TODAY } from './asked.ts'
import * as data from './data.ts'
import { files } from './evidence.ts'

const problems = [
  '中药饮片验收记录不全，三季度有 12 批次没有验收人签字。',
  '发热门诊值班表与实际在岗人员不符，夜间无人值守。',
  '医疗废物暂存间没有上锁，交接登记缺 4 天。',
  '家庭医生签约服务包没有公示，群众不知晓服务内容。',
  '处方点评连续两个月没有开展。',
  '急救车车载设备没有按月检查。',
]
const states = ['OPEN', 'PLAN_SUBMITTED', 'PLANNED', 'RECTIFIED', 'CLOSED', 'HELD']
const lights = ['YELLOW', 'GREEN', 'RED', 'GREEN', 'GREEN', 'DONE_LATE']
const reasons: Any = {
  YELLOW: '方案期限还有 2 天',
  GREEN: '按期推进',
  RED: '整改逾期 3 天',
  DONE_LATE: '逾期 2 天销号',
}

const sample = (): Any[] =>
  problems.map((problem, n) => {
    const planned = n > 1
    const closed = n > 3
    const dueOn = n ? `2026-11-${n === 2 ? '20' : '30'}` : null
    const by = { by: '方晓岚', byUnit: '市医保局' }
    const steps = [
      { action: 'OPEN', at: '2026-11-10T09:00:00+08:00', by: '周明远', byUnit: '市卫生健康委', words: null },
      { action: 'SUBMIT_PLAN', at: '2026-11-12T15:00:00+08:00', ...by, words: '11月底前完成' },
      { action: 'AGREE_PLAN', at: '2026-11-13T10:00:00+08:00', by: '周明远', byUnit: '市卫生健康委', words: null },
      { action: 'COMPLETE', at: '2026-11-18T10:00:00+08:00', ...by, words: '已全部补齐并核对' },
      { action: 'PASS', at: '2026-11-19T10:00:00+08:00', by: '周明远', byUnit: '市卫生健康委', words: '现场核对属实' },
      { action: 'HOLD', at: '2026-11-22T10:00:00+08:00', by: '周明远', byUnit: '市卫生健康委', words: '制度已落实' },
    ]
    return {
      id: data.id(41, n + 1),
      version: n,
      title: problem.split('，')[0],
      problem,
      place: n % 2 ? null : '市中医医院',
      source: ['INSPECTION', 'EXPERT', 'INSPECTION', 'SELF_CHECK', 'COMPLAINT', 'INSPECTION'][n],
      foundOn: '2026-11-09',
      state: states[n],
      unit: data.ref(data.units[3]!),
      cooperators: n % 2 ? [data.ref(data.units[4]!)] : [],
      light: lights[n],
      lightReason: reasons[lights[n]!],
      planBy: '2026-11-25',
      dueOn: planned ? dueOn : null,
      proposedOn: n ? dueOn : null,
      deadline: n === 0 ? '2026-11-25' : n === 4 ? '2027-05-19' : n < 3 ? dueOn : null,
      overdue: n === 2,
      cause: n ? '管理责任没有落实到人。' : null,
      measure: n ? '明确专人负责，每周核对一次，科室主任每月抽查。' : null,
      evidence: n > 2 ? '已补齐记录，修订制度并组织培训。' : null,
      evidenceFiles:
        n > 2
          ? [
              {
                unitId: data.units[3]!.id,
                at: '2026-11-18T10:00:00+08:00',
                by: '方晓岚',
                current: true,
                files: files.slice(1, 4),
              },
            ]
          : [],
      closedOn: closed ? '2026-11-19' : null,
      onTime: closed ? n === 4 : null,
      followUpMonths: 6,
      followUpOn: n === 4 ? '2027-05-19' : null,
      followedUpOn: n === 5 ? '2026-11-22' : null,
      complaintId: n === 4 ? data.id(42, 3) : null,
      openedBy: '周明远',
      createdAt: '2026-11-10T09:00:00+08:00',
      history: steps.slice(0, n + 1).reverse(),
    }
  })

/** What each act of a person makes of a rectification. */
const acts: Record<string, (item: Any, words: Any) => Any> = {
  plan: (_, words) => ({
    action: 'SUBMIT_PLAN',
    state: 'PLAN_SUBMITTED',
    cause: words.cause,
    measure: words.measure,
    proposedOn: words.dueOn,
  }),
  'plan/agreement': (item, { opinion }) => ({
    action: 'AGREE_PLAN',
    state: 'PLANNED',
    dueOn: item.proposedOn,
    deadline: item.proposedOn,
    words: opinion,
  }),
  'plan/return': (_, { reason }) => ({ action: 'RETURN_PLAN', state: 'OPEN', returnReason: reason, words: reason }),
  completion: (_, { statement }) => ({ action: 'COMPLETE', state: 'RECTIFIED', evidence: statement, deadline: null }),
  reinspection: (item, { passed, words, dueOn, followUpMonths }) =>
    passed
      ? {
          action: 'PASS',
          state: 'CLOSED',
          closedOn: TODAY,
          onTime: true,
          followUpMonths,
          followUpOn: '2027-05-24',
          words,
        }
      : { action: 'FAIL', state: 'PLANNED', dueOn: dueOn ?? item.dueOn, returnReason: words, words },
  'follow-up': (_, { held, words }) => ({
    action: held ? 'HOLD' : 'RECUR',
    state: held ? 'HELD' : 'RECURRED',
    followedUpOn: TODAY,
    words,
  }),
  withdrawal: (_, { reason }) => ({ action: 'WITHDRAW', state: 'WITHDRAWN', returnReason: reason, words: reason }),
}

const reviewed: Any = {
  OPEN: ['WITHDRAW'],
  PLAN_SUBMITTED: ['AGREE_PLAN', 'RETURN_PLAN', 'WITHDRAW'],
  PLANNED: ['WITHDRAW'],
  RECTIFIED: ['PASS', 'FAIL'],
  CLOSED: ['HOLD', 'RECUR'],
}
const owed: Any = { OPEN: ['SUBMIT_PLAN'], PLAN_SUBMITTED: ['SUBMIT_PLAN'], PLANNED: ['COMPLETE'] }

/** Rectifications as the task service answers them. */
export function mockRectifications() {
  const items = sample()

  const opened = (words: Any, by: string): Any => {
    const unit = data.units.find(({ id, shortName, name }) =>
      [id, shortName, name].includes(words.unitId ?? words.unit),
    )
    const item = {
      ...words,
      id: data.id(41, items.length + 1),
      version: 0,
      title: words.problem.slice(0, 20),
      state: words.correction ? 'RECTIFIED' : 'OPEN',
      unit: data.ref(unit ?? data.units[0]!),
      cooperators: data.units.filter(({ id }) => words.cooperatorIds?.includes(id)).map(data.ref),
      light: 'GREEN',
      lightReason: '刚刚登记',
      planBy: '2026-11-30',
      deadline: words.correction ? null : '2026-11-30',
      evidence: words.correction ?? null,
      followUpMonths: words.followUpMonths ?? 6,
      openedBy: by,
      createdAt: NOW,
      history: [{ action: 'OPEN', at: NOW, by, byUnit: null, words: null }],
    }
    items.unshift(item)
    return item
  }
  const open = (item: Any) => ['OPEN', 'PLAN_SUBMITTED', 'PLANNED', 'RECTIFIED'].includes(item.state)
  const counts = (of: Any[]) => ({
    open: of.filter(open).length,
    overdue: of.filter(({ overdue }) => overdue).length,
    toReview: of.filter(({ state }) => ['PLAN_SUBMITTED', 'RECTIFIED'].includes(state)).length,
    followUpDue: 0,
    recurred: of.filter(({ state }) => state === 'RECURRED').length,
    held: of.filter(({ state }) => state === 'HELD').length,
    closed: of.filter(({ closedOn }) => closedOn).length,
    closedOnTime: of.filter(({ onTime }) => onTime).length,
    closedOnTimeRate: 50,
  })

  return (asked: Asked): Answer | null => {
    const { method, path, body, q, who, name, unit } = asked
    if (path === '/rectifications/counts') return ok(counts(items.filter((item) => isUnit(asked, item.unit))))
    if (path === '/rectifications/batch') {
      const ids = q('dryRun')
        ? []
        : body.items.map((row: Any) => opened({ ...body, ...row, items: undefined }, name).id)
      return ok({ count: body.items.length, ids })
    }
    if (path === '/rectifications' && method === 'POST') return ok({ ...opened(body, name), allowed: [] })
    if (path === '/rectifications')
      return list(
        items.filter(
          (item) =>
            isUnit(asked, item.unit) &&
            isOneOf(q('state'), item.state) &&
            isOneOf(q('source'), item.source) &&
            (!q('overdue') || item.overdue) &&
            !q('follow-up-due') &&
            item.problem.includes(q('q')),
        ),
      )
    const item = items.find(({ id }) => path.startsWith(`/rectifications/${id}`))
    if (!item) return null
    const act = acts[path.slice(`/rectifications/${item.id}/`.length)]
    if (act) {
      const { action, words = null, ...change } = act(item, body)
      Object.assign(item, change, { version: item.version + 1 })
      item.history.unshift({ action, at: NOW, by: name, byUnit: unit?.shortName ?? null, words })
    }
    const allowed = who === 'supervisor' ? reviewed : item.unit.id === unit?.id ? owed : {}
    return ok({ ...item, allowed: allowed[item.state] ?? [] })
  }
}
