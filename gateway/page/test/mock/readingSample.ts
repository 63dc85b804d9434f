import type { Any } from './asked.ts'
import { id, plans, tasks } from './data.ts'

/* A plan written for the purpose, with the spans counted from its own words. */
const county = '清河县'
const blocks: [string, string[], string[], string[], string | null, Any[], string][] = [
  [
    '健全中医药管理体制',
    ['县卫生健康局'],
    ['县委编办', '县人力资源社会保障局'],
    [],
    null,
    [],
    '明确县级中医药管理职能，配备专职人员，建立中医药工作联席会议制度。',
  ],
  [
    '建设标准化中医馆',
    ['县卫生健康局'],
    ['县财政局'],
    [],
    '2027-06-30',
    [{ text: '中医馆设置比例达到100%', operator: '=', value: 100, measure: '%' }],
    '乡镇卫生院和社区卫生服务中心中医馆设置比例达到100%，2027年6月底前全部通过验收。',
  ],
  [
    '推广中医药适宜技术',
    ['县卫生健康局', '县中医医院'],
    [],
    ['各乡镇人民政府'],
    null,
    [{ text: '能够开展6类以上适宜技术', operator: '>=', value: 6, measure: '类' }],
    '乡镇卫生院能够开展6类以上适宜技术，村卫生室能够开展4类以上。',
  ],
  [
    '完善医保支持政策',
    ['县医疗保障局'],
    ['县卫生健康局', '县财政局'],
    [],
    null,
    [],
    '将适宜技术和中药饮片纳入医保支付范围，力争年内完成调价评估。',
  ],
  [
    '培养引进中医药人才',
    ['县委组织部', '县人力资源社会保障局'],
    ['县卫生健康局'],
    [],
    '2026-12-31',
    [{ text: '引进中医类别医师不少于15名', operator: '>=', value: 15, measure: '名' }],
    '制定引进和培养优惠政策，2026年底前引进中医类别医师不少于15名。',
  ],
  [
    '开展中医药文化进校园',
    ['县教育和体育局'],
    ['县卫生健康局', '县融媒体中心'],
    [],
    null,
    [],
    '编印科普读本，每学期开展不少于1次主题活动，提升学生健康素养。',
  ],
  ['加强中药质量监管', [], [], [], null, [], '加强对中药材、中药饮片采购验收和使用环节的监督检查。'],
]
export function makeReading(): Any {
  let text = `${county}人民政府办公室\n关于印发${county}基层中医药服务能力提升\n实施方案的通知\n\n清府办发〔2026〕15号\n\n各乡镇人民政府，县级有关部门：\n\n《${county}基层中医药服务能力提升实施方案》已经县政府同意，现印发给你们，请认真贯彻执行。\n\n一、工作目标\n用一年时间，全县基层中医药服务能力明显提升，群众对中医药服务满意率不低于90%。\n\n二、重点任务\n`
  const head = (words: string) => ({
    source: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
    confidence: 0.98,
  })
  const sources = {
    documentNumber: head('清府办发〔2026〕15号'),
    title: head(`关于印发${county}基层中医药服务能力提升\n实施方案的通知`),
  }
  const goal = head('群众对中医药服务满意率不低于90%').source
  const findings: Any[] = []
  const list = blocks.map(([title, leads, cooperators, wildcards, dueOn, indicators, body], n) => {
    const start = text.length
    text += `（${'一二三四五六七'[n]}）${title}。${body}`
    const spans: Any = {}
    if (leads.length) {
      text += '（牵头单位：'
      spans.leads = { start: text.length, end: text.length + leads.join('、').length }
      text += leads.join('、')
      if (cooperators.length || wildcards.length) {
        text += '；配合单位：'
        if (cooperators.length) {
          spans.cooperators = { start: text.length, end: text.length + cooperators.join('、').length }
          text += cooperators.join('、')
        }
        if (wildcards.length) {
          spans.wildcards = { start: text.length, end: text.length + wildcards.join('、').length }
          text += wildcards.join('、')
        }
      }
      text += '）'
    }
    const end = text.length
    text += '\n'
    const at = (words: string) => ({
      start: text.indexOf(words, start),
      end: text.indexOf(words, start) + words.length,
    })
    if (dueOn) spans.dueOn = at(n === 1 ? '2027年6月底前' : '2026年底前')
    if (wildcards.length)
      findings.push({
        id: id(17, n),
        code: 'WILDCARD_UNIT',
        text: `“${wildcards[0]}”泛指多个单位，请指定具体单位`,
        source: spans.wildcards,
        taskOrdinal: n + 1,
        needsPerson: true,
        state: 'OPEN',
      })
    if (!leads.length)
      findings.push({
        id: id(17, n),
        code: 'NO_UNIT',
        text: '这项任务没有写明责任单位',
        source: { start, end },
        taskOrdinal: n + 1,
        needsPerson: true,
        state: 'OPEN',
      })
    if (body.includes('力争'))
      findings.push({
        id: id(17, 20 + n),
        code: 'SOFT_TARGET',
        text: '“力争年内完成调价评估”为弹性要求，是否作为考核时限',
        source: at('力争年内完成调价评估'),
        taskOrdinal: n + 1,
        needsPerson: false,
        state: 'OPEN',
      })
    return {
      ordinal: n + 1,
      startsWith: title.slice(0, 12),
      title,
      text: `${title}。${body}`,
      leads,
      cooperators,
      wildcards,
      dueOn,
      indicators: indicators.map((one) => ({ ...one, source: at(one.text), confidence: 0.95 })),
      source: { start, end },
      confidence: 0.96,
      spans,
      decision: 'KEEP',
      corrected: false,
    }
  })
  text += `\n三、实施步骤\n（一）启动阶段（2026年11月）。制定方案，动员部署。\n（二）推进阶段（2026年12月至2027年8月）。对照任务，全面推进。\n（三）总结阶段（2027年9月至10月）。总结评估，巩固成果。\n\n${county}人民政府办公室\n2026年11月10日\n`
  const phase = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return {
    id: id(18, 1),
    fileName: '清河县基层中医药服务能力提升实施方案.docx',
    state: 'OPEN',
    version: 1,
    createdAt: '2026-11-23T09:20:00+08:00',
    countyId: null,
    reportDay: 25,
    text,
    kind: 'IMPLEMENTATION_PLAN',
    title: '清河县人民政府办公室关于印发清河县基层中医药服务能力提升实施方案的通知',
    documentNumber: '清府办发〔2026〕15号',
    issuer: '清河县人民政府办公室',
    issuedOn: '2026-11-10',
    members: [],
    duties: [],
    tasks: list,
    goalIndicators: [
      { text: '群众对中医药服务满意率不低于90%', operator: '>=', value: 90, measure: '%', source: goal },
    ],
    phases: [
      { name: '启动阶段', from: '2026-11-01', to: '2026-11-30', source: phase('启动阶段（2026年11月）') },
      { name: '推进阶段', from: '2026-12-01', to: '2027-08-31', source: phase('推进阶段（2026年12月至2027年8月）') },
      { name: '总结阶段', from: '2027-09-01', to: '2027-10-31', source: phase('总结阶段（2027年9月至10月）') },
    ],
    deadlines: [],
    cadences: [{ text: '每学期开展不少于1次主题活动', every: 'HALF_YEAR', what: '主题活动' }],
    findings,
    sources,
    units: [],
    suggestedCounty: { id: null, name: county },
    planId: null,
  }
}

/** The next version of that document: one task asks more, one is new, one is gone. */
export function makeNewerReading(): Any {
  const reading = makeReading()
  const same = (n: number, change: string, differences: Any[] = []) => ({
    taskId: change === 'NEW' ? null : tasks[n]!.id,
    ordinal: n + 1,
    state: 'ACKNOWLEDGED',
    change,
    differences,
  })
  return {
    ...reading,
    id: id(18, 2),
    tasks: reading.tasks.map((task: Any, n: number) => ({
      ...task,
      carried: n === 2 ? ['units'] : [],
      sameAs:
        n === 1
          ? same(n, 'CHANGED', [
              { field: 'dueOn', from: '2027-12-31', to: '2027-06-30' },
              { field: 'text', from: task.text.replace('2027年6月底', '2027年底'), to: task.text },
              { field: 'cooperators', from: '县财政局、县民政局', to: '县财政局' },
            ])
          : same(n, n === 6 ? 'NEW' : 'SAME'),
    })),
    previous: {
      planId: plans[0]!.id,
      title: reading.title,
      documentNumber: reading.documentNumber,
      adoptedAt: '2026-11-23T09:30:00+08:00',
      reason: '发文字号相同',
      decided: false,
    },
    gone: [{ taskId: tasks[8]!.id, ordinal: 8, title: '开展中医药适宜技术竞赛', state: 'ACKNOWLEDGED', leads: [] }],
  }
}
