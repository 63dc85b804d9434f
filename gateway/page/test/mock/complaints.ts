import { type Answer, type Any, type Asked, isOneOf, isUnit, list, NOW, ok, TODAY } from './asked.ts'
import * as data from './data.ts'

const contents = [
  '11月20日上午在门诊缴费窗口排队近两小时，只开了一个窗口，希望增加窗口或自助机。',
  '建议在社区卫生服务中心增加周末的中医门诊，方便上班的人。',
  '住院期间多收了一天的护理费，多次询问没有答复，要求核实退费。',
  '家庭医生签约后一年没有联系过，电话也打不通。',
  '预防接种门诊停车困难，老人和孩子很不方便。',
]
const states = ['RECEIVED', 'VERIFIED', 'GIVEN', 'ANSWER_SUBMITTED', 'ANSWERED']
const supervisor = { by: '周明远', byUnit: '市卫生健康委' }
const liaison = { by: '方晓岚', byUnit: '市医保局' }

const sample = (): Any[] =>
  contents.map((content, n) => {
    const answered = n > 2
    const steps = [
      { action: 'FILE', at: '2026-11-16T20:12:00+08:00', by: '群众', byUnit: null, words: null },
      { action: 'VERIFY', at: '2026-11-17T09:00:00+08:00', ...supervisor, words: null },
      { action: 'GIVE', at: '2026-11-17T09:05:00+08:00', ...supervisor, words: '请核实后答复' },
      { action: 'SUBMIT_ANSWER', at: '2026-11-20T16:00:00+08:00', ...liaison, words: null },
      { action: 'APPROVE_ANSWER', at: '2026-11-21T09:00:00+08:00', ...supervisor, words: null },
    ]
    return {
      id: data.id(42, n + 1),
      version: n,
      number: `投诉〔2026〕${n + 1}号`,
      kind: n === 1 ? 'SUGGESTION' : 'COMPLAINT',
      content,
      state: states[n],
      countyId: n % 2 ? data.counties[0]!.id : null,
      countyName: n % 2 ? data.counties[0]!.name : null,
      subject: n === 1 ? null : data.ref(data.units[3]!),
      unit: n > 1 ? data.ref(data.units[3]!) : null,
      handler: n ? '周明远' : null,
      contactLeft: n !== 1,
      receivedAt: '2026-11-16T20:12:00+08:00',
      givenOn: n > 1 ? '2026-11-17' : null,
      dueOn: n > 1 ? (n === 2 ? '2026-11-20' : '2026-12-08') : null,
      overdue: n === 2,
      submittedOn: answered ? '2026-11-20' : null,
      answer: answered ? '经核查，情况属实，已安排专人负责，11月底前整改到位，感谢您的监督。' : null,
      answeredOn: n === 4 ? '2026-11-21' : null,
      rectificationIds: n === 2 ? [data.id(41, 5)] : [],
      history: steps.slice(0, n + 1).reverse(),
    }
  })

/** What each act of a person makes of a complaint. */
const acts: Record<string, (item: Any, words: Any, by: string) => Any> = {
  verification: (_, __, by) => ({ action: 'VERIFY', state: 'VERIFIED', handler: by }),
  rejection: (_, { reason }) => ({ action: 'REJECT', state: 'REJECTED', reason, words: reason }),
  handling: (_, __, by) => ({ action: 'TAKE_OVER', handler: by }),
  giving: (_, { unitId, words }) => ({
    action: 'GIVE',
    state: 'GIVEN',
    unit: data.ref(data.units.find(({ id }) => id === unitId) ?? data.units[0]!),
    givenOn: TODAY,
    dueOn: '2026-12-14',
    words,
  }),
  answer: (_, { answer }) => ({ action: 'SUBMIT_ANSWER', state: 'ANSWER_SUBMITTED', answer, submittedOn: TODAY }),
  'answer/approval': () => ({ action: 'APPROVE_ANSWER', state: 'ANSWERED', reason: null, answeredOn: TODAY }),
  'answer/return': (_, { reason }) => ({ action: 'RETURN_ANSWER', state: 'GIVEN', reason, words: reason }),
  rectification: (item) => ({ rectificationIds: [...item.rectificationIds, data.id(41, 1)] }),
}

const handled: Any = {
  RECEIVED: ['VERIFY', 'REJECT'],
  VERIFIED: ['GIVE', 'REJECT'],
  GIVEN: ['GIVE'],
  ANSWER_SUBMITTED: ['APPROVE_ANSWER', 'RETURN_ANSWER'],
}
const rate = (rated: number, satisfied: number) => ({
  rated,
  satisfied,
  rate: Math.round((satisfied / rated) * 1000) / 10,
  reached: satisfied / rated >= 0.9,
})

/** Complaints as the task service answers them: for those who handle them, and for the public by a code. */
export function mockComplaints() {
  const items = sample()
  const codes = new Map<string, Any>([['ABCD-2345-EFGH', items[4]!]])

  const filed = (filing: Any) => {
    const n = items.length + 1
    const unit = data.units.find(({ id }) => id === filing.unitId)
    const item: Any = {
      ...sample()[0],
      id: data.id(42, n),
      version: 0,
      number: `投诉〔2026〕${n}号`,
      kind: filing.kind,
      content: filing.content,
      subject: unit ? data.ref(unit) : null,
      contactLeft: !!filing.contactPhone,
      receivedAt: NOW,
      history: [{ action: 'FILE', at: NOW, by: '群众', byUnit: null, words: null }],
    }
    items.unshift(item)
    const code = `MMMM-2345-${String(n).padStart(4, '2')}`
    codes.set(code, item)
    return { code, number: item.number }
  }
  const status = ({ receivedAt, unit, answer, answeredOn, ...item }: Any) => ({
    number: item.number,
    kind: item.kind,
    state: item.state,
    receivedOn: receivedAt.slice(0, 10),
    unit: unit?.name ?? null,
    dueOn: item.dueOn ?? null,
    reason: item.state === 'REJECTED' ? item.reason : null,
    answer: answeredOn ? answer : null,
    answeredOn: answeredOn ?? null,
    rating: item.rating ?? null,
  })

  return {
    /** What the public asks, without signing in. */
    feedback({ path, method, body }: Pick<Asked, 'path' | 'method' | 'body'>): Answer | null {
      if (path === '/feedback/form')
        return ok({
          challenge: 'mock',
          difficulty: 8,
          delaySeconds: 1,
          counties: data.counties,
          units: data.units.map(({ id, name, county }) => ({ id, name, countyId: county?.id ?? null })),
        })
      if (path === '/feedback' && method === 'POST') return ok(filed(body))
      if (!path.startsWith('/feedback/')) return null
      const item = codes.get(String(body.code).trim().toUpperCase())
      if (!item)
        return ok({ type: 'urn:duban:problem:not-found', status: 404, detail: '查询码不正确，请核对后再试' }, 404)
      if (path.endsWith('/rating')) {
        Object.assign(item, { state: 'RATED', rating: body.rating, ratingWords: body.words, ratedOn: TODAY })
        item.history.unshift({ action: 'RATE', at: NOW, by: '群众', byUnit: null, words: body.words ?? null })
      }
      return ok(status(item))
    },

    handling(asked: Asked): Answer | null {
      const { path, body, q, who, name, unit } = asked
      if (path === '/complaints/satisfaction')
        return ok({ target: 90, total: rate(24, 22), counties: [], months: [], units: [] })
      if (path === '/complaints')
        return list(
          items.filter(
            (item) =>
              isUnit(asked, item.unit) &&
              (who !== 'liaison' || item.unit?.id === unit?.id) &&
              isOneOf(q('state'), item.state) &&
              isOneOf(q('kind'), item.kind) &&
              (!q('overdue') || item.overdue) &&
              item.content.includes(q('q')),
          ),
        )
      const item = items.find(({ id }) => path.startsWith(`/complaints/${id}`))
      if (!item) return null
      if (path.endsWith('/contact')) return ok({ name: '李女士', phone: '13800000000' })
      const act = acts[path.slice(`/complaints/${item.id}/`.length)]
      if (act) {
        const { action, words = null, ...change } = act(item, body, name)
        Object.assign(item, change, { version: item.version + 1 })
        if (action) item.history.unshift({ action, at: NOW, by: name, byUnit: unit?.shortName ?? null, words })
      }
      const handles = who === 'supervisor'
      const answers = item.unit?.id === unit?.id && item.state === 'GIVEN'
      return ok({
        ...item,
        mayContact: handles,
        mayRectify: handles && !['RECEIVED', 'REJECTED'].includes(item.state),
        allowed: handles ? (handled[item.state] ?? []) : answers ? ['SUBMIT_ANSWER'] : [],
      })
    },
  }
}
