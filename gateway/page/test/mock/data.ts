import type { Any } from './asked.ts'
import { files } from './evidence.ts'

/* Made-up data for looking at the page without a back end: 云江市, nobody real. */

export const today = '2026-11-23'
export const id = (kind: number, n: number) =>
  `${(0x01900000 + kind).toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const counties = [
  { id: id(1, 1), name: '安平县' },
  { id: id(1, 2), name: '临溪县' },
]
const cityNames = [
  '市卫生健康委',
  '市发展改革委',
  '市财政局',
  '市医保局',
  '市市场监管局',
  '市教育局',
  '市人力资源社会保障局',
  '市民政局',
  '市疾控中心',
  '市中医医院',
]
const countyNames = ['县卫生健康局', '县财政局', '县医疗保障局', '县教育和体育局', '县市场监督管理局']
export const units: Any[] = [
  ...cityNames.map((shortName, n) => ({
    id: id(2, n + 1),
    name: shortName.replace(/^市/, '云江市').replace('委', '委员会').replace('发展改革委', '发展和改革委'),
    shortName,
    aliases: n === 3 ? ['市医疗保障局'] : [],
    level: 'CITY',
    county: null,
    retired: false,
    version: 1,
  })),
  ...counties.flatMap((county, c) =>
    countyNames.map((shortName, n) => ({
      id: id(2, 20 + c * 10 + n),
      name: county.name + shortName.slice(1),
      shortName: county.name + shortName.slice(1),
      aliases: [shortName],
      level: 'COUNTY',
      county,
      retired: false,
      version: 1,
    })),
  ),
]
export const ref = (unit: Any) => ({
  id: unit.id,
  name: unit.name,
  shortName: unit.shortName,
  countyId: unit.county?.id ?? null,
  countyName: unit.county?.name ?? null,
})

const people = ['周明远', '林若溪', '陈知行', '方晓岚', '何景行', '沈思齐', '许嘉言', '罗清扬', '唐一鸣', '韩静姝']
export const posts: Any[] = units.slice(0, 14).map((unit, n) => ({
  id: id(3, n + 1),
  unit: { id: unit.id, shortName: unit.shortName },
  title: n === 0 ? '督导科科长' : '联络员',
  role: n === 0 ? 'SUPERVISOR' : 'LIAISON',
  holder:
    n === 5
      ? null
      : {
          personId: id(4, n),
          name: people[n % people.length],
          email: `u${n}@example.cn`,
          phone: `1380000${String(1000 + n)}`,
          since: '2026-01-05',
        },
  version: 1,
}))

const titles = [
  [
    '推进紧密型县域医共体建设，实现人财物统一管理',
    '健全医共体管理委员会运行机制，落实人员统筹使用、财务统一核算、药品统一采购，年底前各县完成章程修订并运行满一个季度。',
  ],
  [
    '提升基层中医药服务能力，建设标准化中医馆',
    '全部乡镇卫生院、社区卫生服务中心设置中医馆，配备中医类别医师，能够提供 6 类以上中医药适宜技术服务。',
  ],
  ['完善分级诊疗制度，规范双向转诊流程', '制定转诊病种目录和接续用药目录，开通转诊绿色通道，县域内就诊率稳步提高。'],
  [
    '加强家庭医生签约服务，做实重点人群健康管理',
    '以老年人、慢性病患者、孕产妇、儿童为重点，签约服务覆盖率不低于 75%。',
  ],
  ['推进医疗服务价格动态调整', '开展年度调价评估，符合条件的及时启动调价，同步做好医保支付衔接。'],
  ['深化医保支付方式改革', '按病组付费覆盖全部符合条件的住院医疗机构，覆盖率达到 90% 以上。'],
  ['健全公立医院运营管理和绩效考核', '完善以公益性为导向的绩效考核指标，考核结果与财政补助、薪酬总量挂钩。'],
  ['建设区域检验影像中心，推动结果互认', '检查检验结果互认项目不少于 120 项，互认信息平台覆盖二级以上医院。'],
  ['加强卫生健康人才引进和培养', '面向基层招聘卫生专业技术人员，完成全科医生转岗培训 60 名。'],
  ['推进健康学校建设和儿童青少年近视防控', '中小学校视力监测全覆盖，建立一人一档。'],
  ['完善传染病监测预警机制', '建成智慧化多点触发监测平台，异常信号 24 小时内处置。'],
  ['推进医养结合服务扩面', '二级以上综合医院老年医学科设置比例不低于 60%。'],
  ['规范民营医疗机构执业行为', '开展专项检查，问题整改率 100%。'],
  ['建设全民健康信息平台二期', '完成电子健康档案与电子病历共享调阅，接入机构不少于 45 家。'],
  ['开展爱国卫生运动和健康细胞建设', '建成健康村、健康社区、健康企业等健康细胞 80 个。'],
]
const lights = [
  'RED',
  'YELLOW',
  'GREEN',
  'GREEN',
  'BLUE',
  'GREEN',
  'GREEN',
  'RED',
  'GREEN',
  'DONE_LATE',
  'GREEN',
  'YELLOW',
  'GREEN',
  'GREEN',
  'BLUE',
]
const reasons: Any = {
  RED: '11 月报送已逾期 2 天',
  YELLOW: '距 11 月报送日还有 2 天',
  GREEN: '本月已报送，按序推进',
  BLUE: '距完成时限还有 7 天',
  DONE_LATE: '11 月报送迟报 1 天',
}
const states = [
  'IN_PROGRESS',
  'ASSIGNED',
  'IN_PROGRESS',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'CLOSED',
  'COMPLETION_SUBMITTED',
  'IN_PROGRESS',
]

export const plans: Any[] = [
  {
    id: id(5, 1),
    title: '云江市人民政府办公室关于印发云江市深化医药卫生体制改革2026年重点工作任务的通知',
    documentNumber: '云政办发〔2026〕8号',
    issuer: '云江市人民政府办公室',
    issuedOn: '2026-03-02',
    kind: 'IMPLEMENTATION_PLAN',
    source: 'DOCUMENT',
    countyId: null,
    countyName: null,
    cadence: 'MONTHLY',
    reportWeekday: 5,
    reportDay: 25,
    reportQuarterDay: 25,
    phases: [{ name: '全面推进阶段', from: '2026-04-01', to: '2026-11-30' }],
    adoptedAt: '2026-03-05T10:12:00+08:00',
    tasks: 24,
    closedTasks: 3,
    progress: 62,
  },
  {
    id: id(5, 2),
    title: '中医药工作联席会议2026年第三次会议纪要',
    documentNumber: '〔2026〕3号',
    issuer: '市中医药工作联席会议办公室',
    issuedOn: '2026-10-20',
    kind: 'MINUTES',
    source: 'MINUTES',
    countyId: null,
    countyName: null,
    cadence: 'MONTHLY',
    reportWeekday: 5,
    reportDay: 25,
    reportQuarterDay: 25,
    phases: [],
    adoptedAt: '2026-10-20T16:00:00+08:00',
    tasks: 3,
    closedTasks: 0,
    progress: 20,
  },
]

export const tasks: Any[] = Array.from({ length: 27 }, (_, n) => {
  const [title, text] = titles[n % titles.length]!
  const lead = units[(n * 3) % 10]!
  const state = states[n % states.length]!
  const light = state === 'CLOSED' ? 'GREEN' : lights[n % lights.length]!
  return {
    id: id(6, n + 1),
    version: 3,
    planId: plans[n < 24 ? 0 : 1]!.id,
    planTitle: plans[n < 24 ? 0 : 1]!.title,
    source: n < 24 ? 'DOCUMENT' : 'MINUTES',
    ordinal: n < 24 ? n + 1 : n - 23,
    title,
    text,
    state,
    dueOn: n % 7 === 3 ? null : `2026-12-${n % 2 ? '31' : '15'}`,
    originalDueOn: n === 2 ? '2026-11-30' : n % 7 === 3 ? null : `2026-12-${n % 2 ? '31' : '15'}`,
    kind: n % 7 === 3 ? 'STANDING' : n % 7 === 5 ? 'PERIODIC' : 'ONE_OFF',
    standing: n % 7 === 3,
    light,
    lightReason: state === 'CLOSED' ? '已销号' : reasons[light],
    lightSince: light === 'GREEN' ? '2026-11-01' : '2026-11-20',
    stillSince: n % 9 === 5 && light === 'GREEN' && state === 'IN_PROGRESS' ? '2026-10-12' : null,
    progress: state === 'CLOSED' ? 100 : (n * 17) % 90,
    leads: [
      ref(lead),
      ...(n % 4 === 0 ? [ref(units[(n + 5) % 10]!)] : []),
      ...(n % 8 === 0 ? [ref(units[12]!)] : []),
    ].filter((u, i, all) => all.findIndex((x) => x.id === u.id) === i),
    cooperators:
      n % 3 === 2
        ? []
        : [units[(n + 1) % 10]!, units[(n + 2) % 10]!, units[10 + (n % 5)]!].filter((u) => u.id !== lead.id).map(ref),
    countyId: n % 5 === 4 ? counties[0]!.id : null,
    countyName: n % 5 === 4 ? counties[0]!.name : null,
    lastReport: n % 3 ? { period: '2026-10', submittedAt: '2026-10-24T15:20:00+08:00', progress: (n * 17) % 80 } : null,
    updatedAt: '2026-11-20T09:00:00+08:00',
    cadence: n === 4 ? 'QUARTERLY' : null,
    planCadence: 'MONTHLY',
    phase: plans[0]!.phases[0],
    indicators: n % 2 ? [{ text: '签约服务覆盖率不低于75%', operator: '>=', value: 75, measure: '%' }] : [],
  }
})

export const reports: Any[] = tasks.slice(0, 22).flatMap((task, n) =>
  task.leads.map((unit: Any, m: number) => {
    const state = ['DUE', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'SUBMITTED', 'DUE'][(n + m) % 6]
    const sent = state !== 'DUE'
    return {
      id: id(7, n * 10 + m + 1),
      version: sent ? 2 : 1,
      roundId: id(8, 1),
      planId: task.planId,
      planTitle: task.planTitle,
      taskId: task.id,
      taskTitle: task.title,
      taskOrdinal: task.ordinal,
      unit,
      part: 'LEAD',
      period: '2026-11',
      dueOn: '2026-11-25',
      state,
      light:
        state === 'DUE'
          ? n % 2
            ? 'RED'
            : 'YELLOW'
          : state === 'RETURNED'
            ? 'YELLOW'
            : n % 9 === 4
              ? 'DONE_LATE'
              : 'GREEN',
      lightReason: state === 'DUE' ? '距报送日还有 2 天' : '已按时报送',
      progress: sent ? Math.max(task.progress, 10) : task.progress,
      done: sent
        ? '本月召开专题推进会 2 次，印发《转诊病种目录》，首批 46 个病种在 3 家县级医院试运行；完成 12 家乡镇卫生院系统对接，累计转诊 318 人次。'
        : null,
      problems: sent && n % 2 ? '部分乡镇卫生院信息系统版本较旧，接口改造进度慢于计划。' : null,
      next: sent ? '12 月上旬完成剩余 6 家卫生院系统改造，组织一次转诊流程培训。' : null,
      indicators: [],
      evidence: n % 2 ? [] : files.slice(n % 3, (n % 3) + 2),
      submittedAt: sent ? '2026-11-22T16:32:00+08:00' : null,
      submittedBy: sent ? people[n % 10] : null,
      signOff: false,
      awaitsSignOff: false,
      pending: null,
      signedBy: null,
      onTime: sent ? n % 9 !== 4 : null,
      returnReason: state === 'RETURNED' ? '请补充数据和时间节点' : null,
      decidedAt: state === 'RETURNED' || state === 'ACCEPTED' ? '2026-11-23T09:10:00+08:00' : null,
      decidedBy: state === 'RETURNED' || state === 'ACCEPTED' ? '周明远' : null,
      previous:
        n % 3 === 2
          ? null
          : {
              period: '2026-10',
              progress: Math.max(0, task.progress - 12),
              done: '本月完成转诊病种目录初稿，征求 5 家医院意见；完成 6 家乡镇卫生院系统对接。',
              problems: '接口改造经费尚未落实。',
              next: '11 月印发目录并试运行。',
            },
    }
  }),
)

/** One report waits for the head of its unit. */
const waiting = reports.find(({ unit, state }) => state === 'DUE' && unit.id === units[3]!.id)
if (waiting)
  Object.assign(waiting, {
    signOff: true,
    awaitsSignOff: true,
    version: 2,
    pending: {
      at: '2026-11-22T17:05:00+08:00',
      by: '方晓岚',
      progress: waiting.progress + 6,
      done: '印发实施细则，完成 4 家机构对接。',
      problems: null,
      next: '12 月组织验收。',
      indicators: [],
      refusal: null,
    },
  })

export const rounds: Any[] = ['2026-11', '2026-10', '2026-09'].map((period, n) => ({
  id: id(8, n + 1),
  planId: plans[0]!.id,
  planTitle: plans[0]!.title,
  period,
  month: period,
  opensOn: `${period}-01`,
  dueOn: `${period}-25`,
  closesOn: n ? `2026-${12 - n}-10` : '2026-12-09',
  state: n ? 'CLOSED' : 'OPEN',
  openedAt: `${period}-01T00:00:05+08:00`,
  closedAt: n ? `2026-${12 - n}-10T00:00:00+08:00` : null,
  owed: 31,
  submitted: n ? 30 : 19,
  accepted: n ? 30 : 6,
  returned: n ? 0 : 4,
  overdue: n ? 1 : 3,
}))

const figures = (n: number): Any => ({
  tasks: 3 + (n % 4),
  owed: 3 + (n % 3),
  submitted: 3,
  accepted: 2,
  returned: n % 3 === 1 ? 1 : 0,
  onTime: 3 - (n % 2),
  late: n % 2,
  overdue: n % 4 === 3 ? 2 : 0,
  submissionRate: 100 - n * 4.5,
  onTimeRate: n === 9 ? null : Math.round((100 - n * 7.3) * 10) / 10,
  averageProgress: 72 - n * 3,
  lights: { GREEN: 3, BLUE: n % 2, YELLOW: n % 3, RED: n % 4 === 3 ? 2 : 0, DONE_LATE: n % 2 },
})
export const overview = (period: string, plan: string | null): Any => ({
  period,
  planId: plan,
  unit: null,
  countyId: null,
  asOf: '2026-11-23T09:30:00+08:00',
  totals: {
    ...figures(2),
    tasks: 27,
    openTasks: 24,
    closedTasks: 3,
    completionRate: 11.1,
    owed: 31,
    submitted: 13,
    accepted: 6,
    returned: 4,
    onTime: 17,
    late: 2,
    overdue: 3,
    submissionRate: 61.3,
    onTimeRate: 89.5,
    averageProgress: 56.4,
    lights: { GREEN: 14, BLUE: 4, YELLOW: 4, RED: 3, DONE_LATE: 2 },
  },
  units: [...units.slice(0, 10), units[10]!, units[15]!].map((unit, n) => ({
    unit: ref(unit),
    ...figures(n),
    ...(n === 9 ? { owed: 0 } : {}),
  })),
  counties: counties.map((county, n) => ({ countyId: county.id, countyName: county.name, ...figures(n * 3) })),
  trend: ['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((month, n) => ({
    period: `2026-${month}`,
    owed: 31,
    submitted: 28,
    onTime: 24,
    submissionRate: [82, 88, 91, 90, 94, 97, 96.8, 100, 61.3][n],
    onTimeRate: [61, 70, 74, 78, 80, 86, 88, 92.4, 89.5][n],
  })),
})

export const planFigures: Any[] = plans.map((plan, n) => ({ planId: plan.id, planTitle: plan.title, ...figures(n) }))

export const groups = (by: string): Any[] => {
  const counted = (key: string, words: string | null, n: number) => ({
    key,
    words,
    tasks: 3 + n,
    closed: n % 3,
    averageProgress: 35 + n * 7,
  })
  switch (by) {
    case 'UNIT':
      return units.slice(0, 6).map((unit, n) => counted(unit.id, unit.shortName, n))
    case 'SOURCE':
      return plans.map((plan, n) => counted(plan.id, plan.title, n))
    case 'LIGHT':
      return ['RED', 'YELLOW', 'BLUE', 'GREEN'].map((light, n) => counted(light, null, n))
    case 'KIND':
      return ['ONE_OFF', 'STANDING', 'INDICATOR'].map((kind, n) => counted(kind, null, n))
    default:
      return ['ASSIGNED', 'IN_PROGRESS', 'CLOSED'].map((state, n) => counted(state, null, n))
  }
}

export const views: Any[] = [
  {
    id: id(30, 1),
    version: 0,
    name: '本月预警任务',
    audience: 'OWNER',
    mine: true,
    ownerName: '周明远',
    filter: { light: 'RED,YELLOW' },
    columns: ['light', 'title', 'leads', 'dueOn', 'progress'],
    grouping: 'unit',
    updatedAt: '2026-11-20T10:00:00+08:00',
  },
  {
    id: id(30, 2),
    version: 2,
    name: '全市重点任务',
    audience: 'EVERYONE',
    mine: false,
    ownerName: '林若溪',
    filter: { state: 'ASSIGNED,ACKNOWLEDGED,IN_PROGRESS' },
    columns: [],
    grouping: null,
    updatedAt: '2026-11-18T10:00:00+08:00',
  },
]

export const found = (kind: string, q: string): Any[] =>
  tasks.slice(0, kind === 'RESOLUTION' ? 1 : 4).map((task, n) => {
    const before = '…会议要求各单位落实'
    return {
      kind,
      id: kind === 'REPORT' ? reports[n]!.id : task.id,
      taskId: task.id,
      title: task.title,
      planId: task.planId,
      planTitle: task.planTitle,
      units: task.leads,
      dueOn: kind === 'REPORT' ? null : task.dueOn,
      state: kind === 'REPORT' ? null : task.state,
      period: kind === 'REPORT' ? '2026-11' : null,
      field: kind === 'REPORT' ? 'DONE' : 'TEXT',
      snippet: { text: `${before}${q}工作，明确责任和时限…`, from: before.length, to: before.length + q.length },
    }
  })

export const fields: Any[] = [
  {
    field: 'dueOn',
    changes: [
      {
        at: '2026-10-09T15:20:00+08:00',
        by: '周明远',
        byUnit: '市卫健委',
        from: '2026-11-30',
        to: '2026-12-31',
        action: 'REVISE',
        words: '省级资金下达推迟',
      },
    ],
  },
  {
    field: 'progress',
    changes: [
      {
        at: '2026-10-24T10:00:00+08:00',
        by: '方晓岚',
        byUnit: '市财政局',
        from: '20',
        to: '45',
        action: 'REPORT',
        words: null,
      },
      {
        at: '2026-09-24T10:00:00+08:00',
        by: '方晓岚',
        byUnit: '市财政局',
        from: null,
        to: '20',
        action: 'REPORT',
        words: null,
      },
    ],
  },
]

export const mechanism: Any = {
  id: id(9, 1),
  name: '中医药工作联席会议',
  convenerPostId: posts[0]!.id,
  delegatePostIds: [],
  officeUnitId: units[0]!.id,
  members: units.slice(0, 8).map((unit, n) => ({ unitId: unit.id, duty: n ? '按职责分工落实' : '牵头协调中医药工作' })),
  cadence: 'QUARTER',
  defaultDueDays: 10,
  requestNoticeDays: 7,
}
const consent = { postId: posts[0]!.id, title: '副市长', name: '顾怀瑾', at: '2026-11-18T10:20:00+08:00' }
export const meetings: Any[] = [
  {
    id: id(10, 1),
    version: 4,
    mechanismId: mechanism.id,
    mechanismName: mechanism.name,
    title: '中医药工作联席会议2026年第四次会议',
    kind: 'REGULAR',
    form: 'PLENARY',
    cause: null,
    startsAt: '2026-11-27T09:30:00+08:00',
    place: '市政府第二会议室',
    state: 'CONVENED',
    consent,
    agenda: [
      { id: id(11, 1), ordinal: 1, topic: '研究基层中医馆标准化建设经费安排', proposedBy: ref(units[0]!), consent },
      { id: id(11, 2), ordinal: 2, topic: '审议中医药人才引进实施办法', proposedBy: ref(units[6]!), consent: null },
    ],
    attendance: units.slice(0, 8).map((unit, n) => ({
      unit: ref(unit),
      reply: n < 3 ? 'ATTEND' : n === 3 ? 'DEPUTY' : n === 4 ? 'ABSENT' : null,
      deputyName: n === 3 ? '待遇保障科 方晓岚' : null,
      reason: n === 4 ? '参加全省会议' : null,
      attended: null,
    })),
    minutes: null,
    guests: ['市中医药学会'],
    invited: 8,
    requestedBy: null,
    shortNotice: false,
    cancelReason: null,
    allowed: [
      'CANCEL',
      'CONSENT',
      'PROPOSE_AGENDA_ITEM',
      'CONSENT_AGENDA_ITEM',
      'REPLY',
      'TAKE_ATTENDANCE',
      'EDIT_MINUTES',
    ],
  },
  {
    id: id(10, 2),
    version: 9,
    mechanismId: mechanism.id,
    mechanismName: mechanism.name,
    title: '中医药工作联席会议2026年第三次会议',
    kind: 'REGULAR',
    form: 'PLENARY',
    cause: null,
    startsAt: '2026-10-16T15:00:00+08:00',
    place: '市卫生健康委三楼会议室',
    state: 'MINUTES_ISSUED',
    consent,
    agenda: [
      { id: id(11, 3), ordinal: 1, topic: '通报前三季度中医药重点任务进展', proposedBy: ref(units[0]!), consent },
    ],
    attendance: units
      .slice(0, 8)
      .map((unit, n) => ({ unit: ref(unit), reply: 'ATTEND', deputyName: null, reason: null, attended: n !== 5 })),
    minutes: {
      state: 'ISSUED',
      text: '10月16日，市中医药工作联席会议召开第三次会议，听取前三季度重点任务进展情况汇报，研究部署下一阶段工作。',
      documentNumber: '〔2026〕3号',
      issuedOn: '2026-10-20',
      resolutions: [
        {
          id: id(12, 1),
          ordinal: 1,
          text: '制定基层中医馆标准化建设三年计划，明确年度任务和资金来源。',
          leadUnitIds: [units[0]!.id],
          cooperatingUnitIds: [],
          leads: [ref(units[0]!)],
          cooperators: [ref(units[1]!), ref(units[2]!)],
          dueOn: '2026-12-15',
          dueByDefault: false,
        },
        {
          id: id(12, 2),
          ordinal: 2,
          text: '将符合条件的中医适宜技术项目纳入医保支付范围。',
          leadUnitIds: [units[3]!.id],
          cooperatingUnitIds: [],
          leads: [ref(units[3]!)],
          cooperators: [],
          dueOn: '2026-11-03',
          dueByDefault: true,
        },
      ],
      recipients: units
        .slice(0, 8)
        .map((unit, n) => ({ unit: ref(unit), receivedAt: n < 5 ? '2026-10-21T09:00:00+08:00' : null })),
    },
    guests: [],
    invited: 5,
    requestedBy: null,
    shortNotice: false,
    cancelReason: null,
    allowed: ['CONFIRM_RECEIPT', 'EDIT_MINUTES', 'ISSUE_MINUTES', 'TAKE_ATTENDANCE'],
  },
  {
    id: id(10, 3),
    version: 6,
    mechanismId: mechanism.id,
    mechanismName: mechanism.name,
    title: '中医药工作联席会议专题会议',
    kind: 'EXTRAORDINARY',
    form: 'TOPICAL',
    cause: '研究中药材抽检问题处置',
    startsAt: '2026-11-20T15:00:00+08:00',
    place: '市卫生健康委三楼会议室',
    state: 'HELD',
    consent,
    agenda: [{ id: id(11, 4), ordinal: 1, topic: '中药材抽检问题处置', proposedBy: ref(units[4]!), consent }],
    attendance: units
      .slice(0, 5)
      .map((unit) => ({ unit: ref(unit), reply: 'ATTEND', deputyName: null, reason: null, attended: true })),
    minutes: {
      state: 'DRAFT',
      text: '',
      documentNumber: null,
      issuedOn: null,
      resolutions: [
        {
          id: id(12, 5),
          ordinal: 1,
          text: '开展中药饮片经营使用环节专项检查，11月底前完成全覆盖。',
          leadUnitIds: [units[4]!.id],
          cooperatingUnitIds: [units[0]!.id],
          leads: [ref(units[4]!)],
          cooperators: [ref(units[0]!)],
          dueOn: '2026-11-30',
          dueByDefault: false,
        },
      ],
      recipients: [],
    },
    guests: [],
    invited: 5,
    requestedBy: null,
    shortNotice: false,
    cancelReason: null,
    allowed: ['CONFIRM_RECEIPT', 'EDIT_MINUTES', 'ISSUE_MINUTES', 'TAKE_ATTENDANCE'],
  },
]

export const alerts: Any[] = [
  [
    'REPORT_OVERDUE',
    '11月进展报送已逾期',
    '任务「推进医疗服务价格动态调整」11月报送已逾期 2 天，请尽快报送。',
    'REPORT',
  ],
  [
    'REPORT_RETURNED',
    '报送被退回',
    '「健全公立医院运营管理和绩效考核」11月报送被退回：请补充数据和时间节点。',
    'REPORT',
  ],
  ['TASK_ASSIGNED', '新任务交办', '「将符合条件的中医适宜技术项目纳入医保支付范围」已交办本单位牵头。', 'TASK'],
  ['MEETING_CONVENED', '会议通知', '11月27日 09:30 召开中医药工作联席会议2026年第四次会议，请回复回执。', 'MEETING'],
  ['REPORT_DUE', '报送提醒', '还有 3 项任务应在 11月25日 前报送。', 'REPORT'],
].map(([kind, title, body, link], n) => ({
  id: id(13, n + 1),
  kind,
  title,
  body,
  day: today,
  createdAt: `2026-11-2${3 - (n % 3)}T08:${30 + n}:00+08:00`,
  readAt: n > 2 ? '2026-11-23T08:50:00+08:00' : null,
  withdrawnAt: n === 4 ? '2026-11-23T09:00:00+08:00' : null,
  link: { kind: link, id: link === 'TASK' ? tasks[1]!.id : link === 'MEETING' ? meetings[0]!.id : reports[0]!.id },
  unit: ref(units[3]!),
}))

export const accounts: Any[] = posts.slice(0, 8).map((post, n) => ({
  id: id(14, n),
  username: ['zhoumy', 'linrx', 'chenzx', 'fangxl', 'hejx', 'shensq', 'xujy', 'luoqy'][n],
  personId: post.holder?.personId ?? null,
  personName: post.holder?.name ?? '沈思齐',
  administrator: false,
  posts: [{ id: post.id, title: post.title, role: post.role, unitName: post.unit.shortName }],
  lastSignInAt: n > 4 ? null : '2026-11-22T08:10:00+08:00',
  mustChangePassword: n > 4,
  enabled: n !== 6,
}))
export const clients: Any[] = counties.map((county, n) => ({
  id: id(15, n),
  clientId: `county-${n + 1}`,
  name: `${county.name}卫生健康业务系统`,
  unitId: units[10 + n * 5]!.id,
  unit: ref(units[10 + n * 5]!),
  role: 'COUNTY_OFFICE',
  scopes: ['ledger:read', 'report:write', 'indicator:write'],
  enabled: true,
  secrets: [{ id: id(16, n), createdAt: '2026-03-05T10:00:00+08:00' }],
}))

/** How each mechanism stands with its plenary of a year. */
export const plenaries = (year: string): Any => {
  const asked = Number(year || '2026')
  const held = asked < 2026
  const none = { mechanismId: null, mechanismName: null, office: null, meetingId: null, startsAt: null }
  return {
    year: asked,
    items: [
      {
        countyId: null,
        countyName: null,
        mechanismId: mechanism.id,
        mechanismName: mechanism.name,
        office: ref(units[0]!),
        standing: held || asked === 2026 ? 'HELD' : 'MISSING',
        meetingId: asked > 2026 ? null : meetings[1]!.id,
        startsAt: asked > 2026 ? null : `${asked}-10-16T15:00:00+08:00`,
      },
      ...counties.map(({ id: county, name }, n) =>
        n > 1
          ? { ...none, countyId: county, countyName: name, standing: 'NO_MECHANISM' }
          : {
              countyId: county,
              countyName: name,
              mechanismId: id(9, n + 2),
              mechanismName: `${name}中医药工作联席会议`,
              office: ref(units[n + 1]!),
              standing: held ? 'HELD' : n === 0 && asked === 2026 ? 'PLANNED' : 'MISSING',
              meetingId: held || (n === 0 && asked === 2026) ? meetings[0]!.id : null,
              startsAt: held || (n === 0 && asked === 2026) ? `${asked}-12-0${n + 8}T09:30:00+08:00` : null,
            },
      ),
    ],
  }
}
