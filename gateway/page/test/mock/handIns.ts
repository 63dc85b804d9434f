import { type Answer, type Any, type Asked, isOneOf, isUnit, list, NOW, ok } from './asked.ts'
import * as data from './data.ts'

const sample = (): Any[] =>
  ['三季度自评报告', '2026年工作总结'].map((title, n) => ({
    id: data.id(21, n + 1),
    version: 0,
    handInId: data.id(22, n + 1),
    planId: data.plans[0]!.id,
    planTitle: data.plans[0]!.title,
    title,
    words: n ? null : '按附件格式报送，加盖公章。',
    taskId: null,
    artefact: null,
    year: null,
    roundId: null,
    unit: data.ref(data.units[3]!),
    dueOn: n ? '2026-12-31' : '2026-11-20',
    state: 'OWED',
    overdue: !n,
    answer: null,
    answeredAt: null,
    answeredBy: null,
    onTime: null,
    returnReason: null,
    allowed: ['ANSWER'],
  }))

const kinds = ['PLAN', 'DEPLOYMENT', 'INSPECTION', 'ASSESSMENT', 'SUMMARY']
const titles = ['工作计划', '工作部署', '检查情况', '考核情况', '工作总结']
const days = ['2026-01-30', '2026-03-31', '2026-09-30', '2026-11-30', '2026-12-31']
const yearly = (): Any[] =>
  data.tasks.slice(0, 6).flatMap((task, t) =>
    kinds.map((artefact, n) => {
      const handedIn = n < 3 - (t % 2)
      return {
        ...sample()[0],
        id: data.id(23, t * 5 + n + 1),
        handInId: data.id(24, t * 5 + n + 1),
        title: `2026年${titles[n]}：${task.title}`,
        words: null,
        taskId: task.id,
        artefact,
        year: 2026,
        unit: task.leads[0],
        dueOn: days[n],
        state: handedIn ? 'HANDED_IN' : 'OWED',
        overdue: !handedIn && days[n]! < NOW,
        answer: handedIn ? '已印发并报送。' : null,
        answeredAt: handedIn ? `${days[n]}T10:20:00+08:00` : null,
        answeredBy: handedIn ? '方晓岚' : null,
        onTime: handedIn || null,
        allowed: [],
      }
    }),
  )

/** What units owe by a day, as the task service answers it. */
export function mockHandIns() {
  const handIns = [...sample(), ...yearly()]
  let rules: Any = {
    days: days.map((day, n) => ({
      artefact: kinds[n],
      month: Number(day.slice(5, 7)),
      day: Number(day.slice(8)),
    })),
    tasks: data.tasks.slice(0, 6).map(({ id }) => id),
  }
  const told: Any[] = data.units.slice(4, 6).map((unit, n) => ({
    id: data.id(25, n + 1),
    unit: data.ref(unit),
    dueOn: '2026-11-25',
    state: n ? 'OWED' : 'HANDED_IN',
    overdue: false,
    words: n ? null : '已安排专项资金300万元，拨付到位。',
    answeredAt: n ? null : '2026-11-20T10:20:00+08:00',
    answeredBy: n ? null : '方晓岚',
  }))
  return (asked: Asked): Answer | null => {
    const { method, path, body, q, name } = asked
    const seen = (one: Any) => ({
      ...one,
      allowed: [
        ...(one.unit.id === asked.unit?.id && one.state !== 'WITHDRAWN' ? ['ANSWER'] : []),
        ...(asked.who === 'supervisor' && one.state === 'HANDED_IN' ? ['RETURN'] : []),
        ...(asked.who === 'supervisor' && !one.artefact && one.state !== 'WITHDRAWN' ? ['WITHDRAW'] : []),
      ],
    })
    if (path === '/hand-ins' && method === 'GET')
      return list(
        handIns
          .filter(
            (one) =>
              isUnit(asked, one.unit) &&
              isOneOf(q('state'), one.state) &&
              (!q('plan') || one.planId === q('plan')) &&
              (!q('hand-in') || one.handInId === q('hand-in')) &&
              (!q('year') || String(one.year) === q('year')),
          )
          .map(seen),
      )
    const withdrawn = /^\/plans\/[^/]+\/hand-ins\/([^/]+)$/.exec(path)
    if (withdrawn && method === 'DELETE') {
      for (const one of handIns) if (one.handInId === withdrawn[1] && one.state !== 'HANDED_IN') one.state = 'WITHDRAWN'
      return { status: 204 } as Answer
    }
    if (/^\/plans\/[^/]+\/yearly-artefacts$/.test(path)) {
      if (method === 'PUT') rules = body
      return ok(rules)
    }
    if (/^\/reports\/[^/]+\/contributions$/.test(path)) return ok({ items: told })
    const handIn = handIns.find(({ id }) => path.startsWith(`/hand-ins/${id}`))
    if (!handIn) return null
    if (method === 'PUT')
      Object.assign(handIn, {
        answer: body.words,
        state: 'HANDED_IN',
        answeredAt: NOW,
        answeredBy: name,
        onTime: !handIn.overdue,
        version: handIn.version + 1,
      })
    if (path.endsWith('/return')) Object.assign(handIn, { state: 'RETURNED', returnReason: body.reason })
    return ok(seen(handIn))
  }
}
