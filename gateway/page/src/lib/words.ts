import type {
  AlertKind,
  ExtensionRequest,
  FindingCode,
  Indicator,
  Light,
  NoticeState,
  Part,
  PartState,
  Repeat,
  Report,
  ReportState,
  Role,
  Source,
  Step,
  TaskKind,
  TaskState,
} from '@/lib/api/types'

export const lightWords: Record<Light, string> = {
  GREEN: '正常',
  BLUE: '临期',
  YELLOW: '预警',
  RED: '逾期',
  DONE_LATE: '迟报',
}
/** On a task red is more than a day that has passed. */
export const taskLightWords: Record<Light, string> = { ...lightWords, RED: '逾期滞后', DONE_LATE: '逾期办结' }
export const rectificationLightWords: Record<Light, string> = { ...lightWords, DONE_LATE: '逾期完成' }
export const lightColours: Record<Light, string> = {
  GREEN: '#2f8f5b',
  BLUE: '#2f6fc4',
  YELLOW: '#d99a1c',
  RED: '#c43d34',
  DONE_LATE: '#8267a8',
}
export const lights: Light[] = ['RED', 'YELLOW', 'BLUE', 'GREEN', 'DONE_LATE']

export const taskStateWords: Record<TaskState, string> = {
  DRAFTED: '草稿',
  ASSIGNED: '待签收',
  ACKNOWLEDGED: '已签收',
  IN_PROGRESS: '推进中',
  COMPLETION_SUBMITTED: '待核验',
  SUSPENDED: '已暂缓',
  CLOSED: '已销号',
}
/** Every state of a task on which somebody owes something. */
export const openStates: TaskState[] = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPLETION_SUBMITTED']
/** Every state but a draft's: what the dashboard counts. */
export const givenStates: TaskState[] = [...openStates, 'SUSPENDED', 'CLOSED']
export const kindWords: Record<TaskKind, string> = {
  ONE_OFF: '一次性',
  STANDING: '常态化',
  PERIODIC: '周期性',
  INDICATOR: '指标类',
}
export const repeatWords: Record<Repeat, string> = { QUARTER: '每季度', HALF_YEAR: '每半年', YEAR: '每年' }
export const partStateWords: Record<PartState, string> = {
  ASSIGNED: '待签收',
  ACKNOWLEDGED: '已签收',
  IN_PROGRESS: '推进中',
  COMPLETED: '已申请办结',
  RELEASED: '已解除',
}
export const partStateTones: Record<PartState, string | undefined> = {
  ASSIGNED: 'gold',
  ACKNOWLEDGED: 'blue',
  IN_PROGRESS: 'blue',
  COMPLETED: 'purple',
  RELEASED: undefined,
}
export const extensionWords: Record<ExtensionRequest['state'], string> = {
  OPEN: '待审核',
  GRANTED: '已同意',
  REFUSED: '未同意',
  WITHDRAWN: '已撤回',
  LAPSED: '已失效',
}
export const extensionTones: Record<ExtensionRequest['state'], string | undefined> = {
  OPEN: 'processing',
  GRANTED: 'success',
  REFUSED: 'error',
  WITHDRAWN: undefined,
  LAPSED: undefined,
}
export const reportStateWords: Record<ReportState, string> = {
  DUE: '待报送',
  SUBMITTED: '待审核',
  RETURNED: '已退回',
  ACCEPTED: '已通过',
  LAPSED: '未报送',
  WAIVED: '免报送',
}

/** Reports that are owed: all but those whose task was closed or suspended first. */
export const owedStates: ReportState[] = ['DUE', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'LAPSED']
/** Reports that have been handed in and not been returned. */
export const handedStates: ReportState[] = ['SUBMITTED', 'ACCEPTED']

/** Several states at once, as an address names them: 应报、已报 where a number counted them, else each by its word. */
export function reportStatesWords(states: string): string {
  if (states === owedStates.join(',')) return '应报'
  if (states === handedStates.join(',')) return '已报'
  return states
    .split(',')
    .map((state) => reportStateWords[state as ReportState] ?? state)
    .join('、')
}

/** Where a report stands, the signature that it waits for included. */
export const reportStanding = ({ state, awaitsSignOff }: Pick<Report, 'state' | 'awaitsSignOff'>) =>
  awaitsSignOff ? '待签发' : reportStateWords[state]
export const reportStateTones: Record<ReportState, string | undefined> = {
  DUE: undefined,
  SUBMITTED: 'processing',
  RETURNED: 'warning',
  ACCEPTED: 'success',
  LAPSED: 'error',
  WAIVED: undefined,
}
export const stepWords: Record<Step, string> = {
  REMINDER: '催办提醒',
  NOTICE_BLUE: '蓝色督办单',
  NOTICE_YELLOW: '黄色督办单',
  NOTICE_RED: '红色督办单',
  BULLETIN: '通报',
  TALK: '约谈',
}
export const stepColours: Record<Step, string> = {
  REMINDER: '#6b7785',
  NOTICE_BLUE: '#2f6fc4',
  NOTICE_YELLOW: '#d99a1c',
  NOTICE_RED: '#c43d34',
  BULLETIN: '#8a2f2f',
  TALK: '#5b2a86',
}
export const noticeStateWords: Record<NoticeState, string> = {
  REMINDED: '已提醒',
  PROPOSED: '待签发',
  DISMISSED: '不予签发',
  LAPSED: '已失效',
  ISSUED: '待签收',
  RECEIVED: '已签收',
  REPLIED: '已反馈',
  APPEALED: '申诉中',
  WITHDRAWN: '已撤销',
  SETTLED: '已办结',
}
export const noticeStateTones: Record<NoticeState, string | undefined> = {
  REMINDED: undefined,
  PROPOSED: 'processing',
  DISMISSED: undefined,
  LAPSED: undefined,
  ISSUED: 'error',
  RECEIVED: 'warning',
  REPLIED: 'processing',
  APPEALED: 'warning',
  WITHDRAWN: undefined,
  SETTLED: 'success',
}
export const partWords: Record<Part, string> = { LEAD: '牵头', COOPERATING: '配合' }
export const sourceWords: Record<Source, string> = {
  DOCUMENT: '计划文件',
  MINUTES: '会议纪要',
  LEDGER: '台账导入',
  AD_HOC: '临时交办',
}

export const roleWords: Record<Role, string> = {
  SUPERVISOR: '督导人员',
  SECRETARY: '联席会议秘书',
  CONVENER: '召集人',
  LIAISON: '联络员',
  UNIT_HEAD: '单位负责人',
  COUNTY_OFFICE: '县区办公室',
  ADMIN: '系统管理员',
}

export const documentKindWords: Record<string, string> = {
  IMPLEMENTATION_PLAN: '实施方案',
  CONFERENCE_RULES: '联席会议制度',
  WORK_MECHANISM: '工作机制',
  TASK_BREAKDOWN: '任务分解表',
  MINUTES: '会议纪要',
  LEDGER: '工作台账',
  AD_HOC: '临时交办',
}

export const findingWords: Record<FindingCode, string> = {
  WILDCARD_UNIT: '泛指单位',
  UNKNOWN_UNIT: '名单外单位',
  ALIAS: '一个单位两种写法',
  DATE_CONFLICT: '日期矛盾',
  NO_UNIT: '未写责任单位',
  SOFT_TARGET: '弹性指标',
  PAST_PHASE: '阶段已过',
  DUPLICATE_TARGET: '指标重复',
  BROKEN_LINE: '断行',
}

export const everyWords: Record<string, string> = {
  WEEK: '每周',
  MONTH: '每月',
  QUARTER: '每季度',
  HALF_YEAR: '每半年',
  YEAR: '每年',
}

export const alertWords: Record<AlertKind, string> = {
  TASK_ASSIGNED: '任务交办',
  TASK_CHANGED: '任务调整',
  REPORT_REQUESTED: '报送通知',
  REPORT_DUE: '报送提醒',
  REPORT_OVERDUE: '报送逾期',
  REPORT_RETURNED: '报送退回',
  REPORT_TO_SIGN_OFF: '待签发',
  REPORT_NOT_SIGNED: '签发退回',
  REPORT_SUBMITTED: '待审核',
  COMPLETION_SUBMITTED: '待核验',
  COMPLETION_RETURNED: '办结退回',
  EXTENSION_REQUESTED: '延期待审',
  EXTENSION_DECIDED: '延期审核',
  LIGHT_TURNED: '亮灯提醒',
  URGED: '催办',
  NOTICE_ISSUED: '督办单',
  NOTICE_ANSWERED: '督办反馈',
  NOTICE_APPEAL_DECIDED: '申诉结论',
  HAND_IN_ASKED: '报送材料',
  HAND_IN_DUE: '材料提醒',
  HAND_IN_OVERDUE: '材料逾期',
  HAND_IN_RETURNED: '材料退回',
  HAND_IN_ANSWERED: '材料已报',
  MEETING_CONVENED: '会议通知',
  MINUTES_ISSUED: '纪要印发',
  RECTIFICATION_OPENED: '整改通知',
  RECTIFICATION_DUE: '整改提醒',
  RECTIFICATION_OVERDUE: '整改逾期',
  RECTIFICATION_RETURNED: '整改退回',
  RECTIFICATION_CLOSED: '整改销号',
  RECTIFICATION_TO_REVIEW: '整改待审核',
  RECTIFICATION_FOLLOW_UP: '回头看',
  COMPLAINT_RECEIVED: '新收投诉',
  COMPLAINT_GIVEN: '投诉转办',
  COMPLAINT_DUE: '投诉提醒',
  COMPLAINT_OVERDUE: '投诉逾期',
  COMPLAINT_RETURNED: '答复退回',
  COMPLAINT_TO_REVIEW: '答复待审核',
  INDICATOR_SLIPPED: '指标回落',
  FEATURE_ASKED: '一县一特色',
  GOAL_SET: '年度目标',
  GOAL_ASSESSED: '目标待评定',
  GOAL_DECIDED: '目标评定',
  SCORE_ANNOUNCED: '考核公布',
  SCORE_APPEALED: '考核申诉',
  SCORE_APPEAL_DECIDED: '申诉裁定',
  MENTIONED: '沟通提醒',
  WATCHED_COMMENT: '关注·沟通',
  WATCHED_TASK_MOVED: '关注·状态',
  PLENARY_OWED: '年度全体会议',
}

export const levelWords: Record<string, string> = {
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
  TOWNSHIP: '乡镇级',
  INSTITUTION: '机构',
  GUEST: '外部单位',
}

export const scopeWords: Record<string, string> = {
  'plan:write': '导入计划',
  'ledger:read': '查看台账',
  'ledger:write': '管理台账',
  'report:write': '报送进展',
  'indicator:write': '报送指标',
  'directory:read': '查看单位',
  'directory:write': '管理单位',
  'meeting:read': '查看会议',
  'meeting:write': '办理会议',
  'alert:read': '查看消息',
  'account:write': '管理账号',
}

export function indicatorWords({ operator, value, upper, measure }: Indicator): string {
  switch (operator) {
    case '>=':
      return `不低于 ${value}${measure}`
    case '<=':
      return `不超过 ${value}${measure}`
    case '=':
      return `${value}${measure}`
    case 'between':
      return `${value} 至 ${upper ?? ''}${measure}`
  }
}
