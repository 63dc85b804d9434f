/* Made-up indicators of 云江市: what they want to reach and how they went. */
import { type Answer, type Any, type Asked, isOneOf, ok } from './asked.ts'
import { counties, plans, ref, tasks, units } from './data.ts'

const id = (n: number) => `019f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const months = ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04']
const monthWords = (period: string) => `${period.slice(0, 4)}年${Number(period.slice(5))}月`
const pointsOf = (values: number[], carried = 0) =>
  values.map((value, n) => ({ period: months[values.length - n]!, value, measured: 4 - carried, carried }))
const target = (operator: string, value: number, measure: string, words: string, more: Any = {}) => ({
  operator,
  value,
  upper: null,
  soft: false,
  measure,
  words,
  ...more,
})

const row = (n: number, name: string, goal: Any, values: number[], more: Any): Any => {
  const points = pointsOf(values)
  return {
    id: id(n),
    version: 1,
    name,
    target: goal,
    dueOn: '2026-12-31',
    cycle: 'MONTH',
    rollUp: goal.measure === '%' ? 'WEIGHTED_MEAN' : 'SUM',
    origin: 'REPORTED',
    countyId: null,
    countyName: null,
    plans: [plans[0]!.title],
    units: 4,
    latest: points[points.length - 1] ?? null,
    trendWords: null,
    points,
    ...more,
  }
}
const told = (kind: string, words: string, period: string | null = null, inTime: boolean | null = null) => ({
  kind,
  period,
  inTime,
  words,
})

export const indicators: Any[] = [
  row(1, '县域内就诊率', target('>=', 90, '%', '不低于90%'), [83.1, 84, 84.6, 85.7, 86.2, 87.1], {
    plans: [plans[0]!.title, plans[1]!.title],
    standing: 'LAGGING',
    standingWords: '87.1%，距目标还差2.9个百分点',
    trendWords: '近6期平均每月上升0.8个百分点',
    forecast: told('EXPECTED', '按目前进度，预计2027年2月达到目标，晚于时限', '2027-02', false),
  }),
  row(2, '家庭医生签约服务覆盖率', target('>=', 75, '%', '不低于75%'), [70.2, 71.9, 74.1, 75.6, 76.3], {
    standing: 'REACHED',
    standingWords: '76.3%，已达到目标',
    trendWords: '近5期平均每月上升1.6个百分点',
    forecast: told('REACHED', '已达到目标'),
  }),
  row(3, '检查检验结果互认项目', target('>=', 120, '项', '不低于120项'), [60, 72, 85, 97, 108], {
    standing: 'ON_TRACK',
    standingWords: '108项，距目标还差12项',
    trendWords: '近5期平均每月上升12项',
    forecast: told('EXPECTED', '按目前进度，预计2026年11月达到目标', '2026-11', true),
  }),
  row(4, '门诊次均费用增幅', target('<=', 5, '%', '力争不超过5%', { soft: true }), [4.1, 4.4, 4.9, 5.6], {
    standing: 'LAGGING',
    standingWords: '5.6%，超出目标0.6个百分点',
    trendWords: '近4期平均每月上升0.5个百分点',
    forecast: told('NEVER', '近4期平均每月上升0.5个百分点，按目前进度无法达到目标'),
  }),
  row(5, '医护比', target('between', 0.6, '', '0.6至0.8', { upper: 0.8 }), [0.55, 0.58], {
    dueOn: null,
    standing: 'SHORT',
    standingWords: '0.58，距目标还差0.02',
    forecast: told('UNKNOWN', '数据不足：只有2期，满3期后可预测'),
  }),
  row(6, '建成健康细胞', target('=', 80, '个', '80个'), [], {
    standing: 'NO_DATA',
    standingWords: '尚无数据',
    forecast: told('UNKNOWN', '尚无数据，无法预测'),
  }),
  row(7, '投诉建议办理满意率', target('>=', 90, '%', '不低于90%'), [88, 91.3, 93.5], {
    dueOn: null,
    origin: 'SATISFACTION',
    plans: [],
    standing: 'REACHED',
    standingWords: '93.5%，已达到目标',
    forecast: told('REACHED', '已达到目标'),
  }),
]

const measuring = [units[0]!, units[10]!, units[15]!].map((unit, n) => ({
  unit: ref(unit),
  byHand: n > 0,
  latest: null,
  standing: n === 0 ? 'LAGGING' : n === 1 ? 'REACHED' : 'SHORT',
  words: n === 1 ? '91.2%，已达到目标' : '86.2%，距目标还差3.8个百分点',
}))
const courses = [
  [86.2, 85.4, 84.9, 84, 83.2],
  [91.2, 90.6, 90.1, 89.3, 88.8],
  [84.1, 83, 82.2, 81.5, 80.9],
]
const values = courses.flatMap((course, unit) =>
  course.map((value, n) => ({
    unitId: measuring[unit]!.unit.id,
    period: months[n + 1]!,
    value,
    weight: unit === 0 ? 12 : 5,
    enteredBy: n === 0 ? 'REPORT' : 'ENTRY',
    reportId: null,
    note: n === 1 && unit === 0 ? '医保结算数据补传后更正' : null,
    at: `${months[n]}-03T09:20:00+08:00`,
    by: '方晓岚',
    version: n === 1 && unit === 0 ? 2 : 1,
  })),
)

/** One whole indicator, for the page's own tests too. */
export const anIndicator: Any = {
  ...indicators[0],
  finalTarget: indicators[0]!.target,
  finalDueOn: '2026-12-31',
  yearly: [
    { year: 2026, value: 90, upper: null },
    { year: 2027, value: 92, upper: null },
  ],
  sources: [tasks[0]!, tasks[2]!].map((task, n) => ({
    planId: plans[n]!.id,
    planTitle: plans[n]!.title,
    taskId: task.id,
    taskTitle: task.title,
    taskOrdinal: task.ordinal,
    text: n ? '县域内就诊率不低于90%' : '县域内就诊率达到90%以上',
  })),
  measuring,
  counties: counties.map((county, n) => ({
    countyId: county.id,
    countyName: county.name,
    points: pointsOf([...courses[n + 1]!].reverse()),
    standing: n ? 'SHORT' : 'REACHED',
    words: null,
  })),
  periods: months.slice(0, 6).map((period) => ({ period, words: monthWords(period) })),
  values,
  same: [],
  allowed: ['DEFINE', 'JOIN', 'MEASURE'],
  measurable: measuring.map(({ unit }) => unit.id),
}

const side = (one: Any, plan: number, name: string) => ({
  id: one.id,
  version: 1,
  name,
  target: one.target.words,
  plans: [plans[plan]!.title],
})
const pair = () => ({
  one: side(indicators[1]!, 0, '家庭医生签约服务覆盖率'),
  other: side({ ...indicators[1]!, id: indicators[2]!.id }, 1, '家庭医生签约覆盖率'),
  likeness: 0.86,
})
let waiting = true

/** @returns nothing where it is not about indicators */
export const mockIndicators =
  () =>
  (asked: Asked): Answer | null => {
    const answer = answerTo(asked)
    return answer === undefined ? null : ok(answer, asked.method === 'POST' && asked.path === '/indicators' ? 201 : 200)
  }

function answerTo({ method, path, body, q }: Asked): unknown {
  if (/^\/reports\/[^/]+\/indicators$/.test(path)) return { items: [] }
  if (!path.startsWith('/indicators')) return undefined
  const counted = (standing: string) => indicators.filter((one) => one.standing === standing).length
  if (path === '/indicators/counts')
    return {
      total: indicators.length,
      reached: counted('REACHED'),
      onTrack: counted('ON_TRACK'),
      undecided: counted('SHORT'),
      lagging: counted('LAGGING'),
      missed: counted('MISSED'),
      noData: counted('NO_DATA'),
      same: waiting ? 1 : 0,
    }
  if (path === '/indicators/same') return { items: waiting ? [pair()] : [] }
  if (path === '/indicators' && method === 'GET')
    return {
      items: indicators.filter((one) => isOneOf(q('standing'), one.standing) && one.name.includes(q('q'))),
      next: null,
    }
  const one = indicators.find((each) => path.startsWith(`/indicators/${each.id}`))
  const detail = { ...anIndicator, ...(one ?? {}) }
  if (path.endsWith('/history'))
    return {
      items: [
        {
          id: id(90),
          unit: measuring[0]!.unit,
          period: '2026-09',
          before: 84.4,
          after: 85.4,
          enteredBy: 'ENTRY',
          note: '医保结算数据补传后更正',
          at: '2026-10-12T10:05:00+08:00',
          by: '方晓岚',
          byUnit: '市医保局',
        },
        {
          id: id(91),
          unit: measuring[0]!.unit,
          period: '2026-10',
          before: null,
          after: 86.2,
          enteredBy: 'REPORT',
          note: null,
          at: '2026-11-03T09:20:00+08:00',
          by: '方晓岚',
          byUnit: '市医保局',
        },
      ],
      next: null,
    }
  const period = /\/values\/(.+)$/.exec(path)?.[1]
  if (period) {
    const unitId = body.unitId ?? measuring[0]!.unit.id
    const known = values.find((value) => value.unitId === unitId && value.period === period)
    const entered = {
      ...(known ?? { unitId, period, reportId: null }),
      value: body.value,
      weight: body.weight ?? null,
      note: body.note ?? null,
      enteredBy: 'ENTRY',
      at: '2026-11-23T09:40:00+08:00',
      by: '方晓岚',
      version: (known?.version ?? 0) + 1,
    }
    if (known) Object.assign(known, entered)
    else values.push(entered)
    return entered
  }
  if (path.endsWith('/joining') || path.endsWith('/parting')) waiting = false
  return detail
}
