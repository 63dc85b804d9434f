import type { components } from '@/lib/api/generated/task'

type Documented = components['schemas']

/** Shapes of the API: ids are UUIDs, days `2026-11-25`, periods `2026-11`, instants with offset; absent is null. */

export type List<T> = { items: T[]; next: string | null }

export type UnitRef = Documented['UnitRef']

export type Role = 'SUPERVISOR' | 'SECRETARY' | 'CONVENER' | 'LIAISON' | 'UNIT_HEAD' | 'COUNTY_OFFICE' | 'ADMIN'

export type Me = {
  subject: string
  name: string
  username: string | null
  kind: 'PERSON' | 'CLIENT'
  unit: UnitRef | null
  posts: { id: string; title: string; role: Role; unit: UnitRef }[]
  roles: Role[]
  scopes: string[]
  mustChangePassword: boolean
  local: { clock: boolean; mailbox: string | null }
}

export type Light = 'GREEN' | 'BLUE' | 'YELLOW' | 'RED' | 'DONE_LATE'
export type Lights = Record<Light, number>
export type TaskState = 'ASSIGNED' | 'ACKNOWLEDGED' | 'IN_PROGRESS' | 'COMPLETION_SUBMITTED' | 'CLOSED'
export type Part = 'LEAD' | 'COOPERATING'
export type Source = 'DOCUMENT' | 'MINUTES' | 'LEDGER'

export type Phase = { name: string; from: string; to: string }
export type Indicator = {
  text: string
  operator: '>=' | '<=' | '=' | 'between'
  value: number
  upper?: number | null
  measure: string
}

export type Plan = {
  id: string
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
  kind: string | null
  source: Source
  countyId: string | null
  countyName: string | null
  reportDay: number
  phases: Phase[]
  adoptedAt: string
  tasks: number
  closedTasks: number
  progress: number
}

export type TaskRow = {
  id: string
  version: number
  planId: string
  planTitle: string
  source: Source
  ordinal: number
  title: string
  state: TaskState
  dueOn: string | null
  originalDueOn: string | null
  standing: boolean
  light: Light
  lightReason: string
  progress: number
  leads: UnitRef[]
  cooperators: UnitRef[]
  countyId: string | null
  countyName: string | null
  lastReport: { period: string; submittedAt: string; progress: number } | null
  updatedAt: string
}

export type TaskAction = 'ACKNOWLEDGE' | 'REPORT' | 'SUBMIT_COMPLETION' | 'VERIFY' | 'RETURN' | 'URGE' | 'REVISE'

export type TaskPart = Documented['TaskPart']

export type Task = TaskRow & {
  text: string
  number: string | null
  remark: string | null
  phase: Phase | null
  indicators: Indicator[]
  parts: TaskPart[]
  reports: TaskReport[]
  allowed: TaskAction[]
}

export type HistoryEntry = Documented['TaskHappening']

export type Counts = Documented['Counts']

export type Round = Documented['RoundView']

/** LAPSED: the round closed without it; WAIVED: its task was closed first. */
export type ReportState = 'DUE' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'LAPSED' | 'WAIVED'
export type MeasuredValue = { text: string; value: number | string | null }

export type Report = {
  id: string
  version: number
  roundId: string
  planId: string
  planTitle: string
  taskId: string
  taskTitle: string
  taskOrdinal: number
  unit: UnitRef
  period: string
  dueOn: string
  state: ReportState
  light: Light
  lightReason: string
  progress: number | null
  done: string | null
  problems: string | null
  next: string | null
  indicators: MeasuredValue[]
  submittedAt: string | null
  submittedBy: string | null
  onTime: boolean | null
  returnReason: string | null
  decidedAt: string | null
  decidedBy: string | null
  allowed: ('SUBMIT' | 'ACCEPT' | 'RETURN')[]
  previous: {
    period: string
    progress: number
    done: string | null
    problems: string | null
    next: string | null
  } | null
}

/** A report as its task shows it. */
export type TaskReport = Omit<Report, 'planId' | 'planTitle' | 'taskTitle' | 'taskOrdinal' | 'previous' | 'allowed'>

export type Figures = {
  tasks: number
  owed: number
  submitted: number
  accepted: number
  returned: number
  onTime: number
  late: number
  overdue: number
  submissionRate: number | null
  onTimeRate: number | null
  averageProgress: number | null
  lights: Lights
}

export type Overview = {
  period: string
  planId: string | null
  asOf: string
  totals: Figures & { openTasks: number; closedTasks: number; completionRate: number | null }
  units: (Figures & { unit: UnitRef })[]
  counties: (Figures & { countyId: string | null; countyName: string })[]
  trend: {
    period: string
    owed: number
    submitted: number
    onTime: number
    submissionRate: number | null
    onTimeRate: number | null
  }[]
}

export type Span = { start: number; end: number }

export type ReadingTask = {
  ordinal: number
  startsWith: string
  title: string
  text: string
  leads: string[]
  cooperators: string[]
  wildcards: string[]
  dueOn: string | null
  indicators: (Indicator & { source?: Span; confidence?: number })[]
  source: Span | null
  confidence: number
  spans: Partial<Record<'title' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn', Span>> | null
  decision: 'KEEP' | 'SKIP'
  corrected: boolean
  /** The fields in which a correction of an earlier version was taken over. */
  carried: string[]
  /** The task of the ledger that it became; null until it is adopted. */
  taskId: string | null
  /** How it stands to the version that was adopted before; null where there is none. */
  sameAs: SameAs | null
  /** By whose duties it may be led, the likeliest first. */
  suggestedUnits: SuggestedUnit[]
}

export type SuggestedUnit = { unit: UnitRef | null; name: string; role: Part; sentence: string; source: string }
export type SameAs = {
  taskId: string | null
  state: string | null
  change: 'SAME' | 'CHANGED' | 'NEW'
  differences: { field: string; from: string; to: string }[]
}

export type FindingCode =
  | 'WILDCARD_UNIT'
  | 'UNKNOWN_UNIT'
  | 'ALIAS'
  | 'DATE_CONFLICT'
  | 'NO_UNIT'
  | 'SOFT_TARGET'
  | 'PAST_PHASE'
  | 'DUPLICATE_TARGET'
  | 'BROKEN_LINE'

export type Finding = {
  id: string
  code: FindingCode
  text: string
  source: Span | null
  taskOrdinal: number | null
  needsPerson: boolean
  state: 'OPEN' | 'RESOLVED' | 'DISMISSED'
  /** What may settle it, the likeliest first. */
  suggestions: { leads: string[]; cooperators: string[]; words: string }[]
}

export type ReadingUnit = {
  name: string
  state: 'MATCHED' | 'UNKNOWN' | 'AMBIGUOUS'
  unit: UnitRef | null
  candidates: UnitRef[]
  /** Those that it may mean, with the reason. */
  suggestions: { unit: UnitRef; reason: string }[]
  occurrences: number
}

/** Where a document comes from: the meeting that passed it, whose it forwards, who has a copy. */
export type Provenance = {
  approvedBy: string | null
  forwardedFor: string | null
  copiedTo: string[]
  printedOn: string | null
}

export type PlanReading = {
  id: string
  fileName: string
  state: 'OPEN' | 'ADOPTED' | 'DISCARDED'
  version: number
  createdAt: string
  countyId: string | null
  reportDay?: number | null
  text: string
  kind: string
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
  members: string[]
  duties: { unit: string; startsWith: string; source?: Span }[]
  tasks: ReadingTask[]
  goalIndicators: (Indicator & { source?: Span })[]
  phases: (Phase & { source?: Span })[]
  deadlines: { text: string; on: string; owes: string; source?: Span }[]
  cadences: { text: string; every: string; what: string; source?: Span }[]
  findings: Finding[]
  provenance: Provenance
  sources: Record<string, { source: Span; confidence: number }> | null
  units: ReadingUnit[]
  suggestedCounty: { id: string | null; name: string } | null
  planId: string | null
  /** The last step of the review in words, while it can be taken back. */
  undoable: string | null
  /** The plan of which this is a newer version, and by what it was recognised. */
  previous: { planId: string; title: string; reason: string; decided: boolean } | null
  /** Tasks of that plan which this version names no more. */
  gone: { taskId: string; ordinal: number; title: string }[]
}

export type PlanReadingSummary = Pick<
  PlanReading,
  'id' | 'version' | 'fileName' | 'state' | 'createdAt' | 'title' | 'planId'
> & {
  tasks: number
  openFindings: number
}

export type County = { id: string; name: string }

export type Unit = {
  id: string
  name: string
  shortName: string
  aliases: string[]
  level: string
  county: County | null
  retired: boolean
  version: number
}

export type Post = {
  id: string
  unit: UnitRef
  title: string
  role: Role
  holder: { personId: string; name: string; email: string | null; phone: string | null; since: string } | null
  version: number
}

export type Holding = { personId: string; name: string; since: string; until: string | null }
export type Person = { id: string; name: string; email?: string | null; phone?: string | null }

export type SheetOutcome = {
  units: { created: number; updated: number }
  posts: { created: number; updated: number }
  errors: { sheet: string; row: number; column: string | number | null; detail: string }[]
}

/** A ledger sheet under review, its rows, and what its adoption does. */
export type LedgerImport = Documented['ImportView']
export type LedgerImportSummary = Documented['ImportSummary']
export type LedgerImportRow = Documented['RowView']
export type LedgerImportColumn = Documented['ColumnView']
export type LedgerImportOutcome = Documented['ImportOutcome']
export type SheetField = NonNullable<LedgerImportColumn['field']>

export type Mechanism = {
  id: string
  name: string
  convenerPostId: string | null
  delegatePostIds: string[]
  officeUnitId: string | null
  members: { unitId: string; duty: string | null; unit?: UnitRef }[]
  cadence: string
  defaultDueDays: number
  requestNoticeDays: number
  version: number
}

export type Consent = { postId: string; title: string; name: string; at: string }
export type Resolution = {
  id: string
  ordinal: number
  text: string
  leadUnitIds: string[]
  cooperatingUnitIds: string[]
  leads: UnitRef[]
  cooperators: UnitRef[]
  dueOn: string | null
  dueByDefault: boolean
}

export type Meeting = {
  id: string
  version: number
  mechanismId: string
  mechanismName: string
  title: string
  kind: 'REGULAR' | 'EXTRAORDINARY'
  cause: string | null
  startsAt: string
  place: string
  state: 'REQUESTED' | 'CONVENED' | 'HELD' | 'MINUTES_ISSUED' | 'CANCELLED'
  consent: Consent | null
  agenda: { id: string; ordinal: number; topic: string; proposedBy: UnitRef | null; consent: Consent | null }[]
  attendance: {
    unit: UnitRef
    reply: 'ATTEND' | 'DEPUTY' | 'ABSENT' | null
    deputyName: string | null
    reason: string | null
    attended: boolean | null
  }[]
  minutes: {
    state: 'DRAFT' | 'ISSUED'
    text: string | null
    documentNumber: string | null
    issuedOn: string | null
    resolutions: Resolution[]
    recipients: { unit: UnitRef; receivedAt: string | null }[]
  } | null
  guests: string[]
  requestedBy: UnitRef | null
  shortNotice: boolean
  cancelReason: string | null
  /** How many units are invited, whoever is listed: a unit sees its own row only. */
  invited: number
  allowed: MeetingAction[]
}

export type MeetingAction =
  | 'CONSENT'
  | 'CHANGE'
  | 'CANCEL'
  | 'PROPOSE_AGENDA_ITEM'
  | 'CONSENT_AGENDA_ITEM'
  | 'REPLY'
  | 'TAKE_ATTENDANCE'
  | 'EDIT_MINUTES'
  | 'ISSUE_MINUTES'
  | 'CONFIRM_RECEIPT'

export type RectificationRow = Documented['RectificationRow']
export type Rectification = Documented['RectificationDetail']
export type RectificationCounts = Documented['RectificationCounts']
export type RectificationState = RectificationRow['state']
export type RectificationSource = RectificationRow['source']
export type RectificationAction = Rectification['allowed'][number]

export type ComplaintRow = Documented['ComplaintRow']
export type Complaint = Documented['ComplaintDetail']
export type ComplaintState = ComplaintRow['state']
export type ComplaintKind = ComplaintRow['kind']
export type ComplaintAction = Complaint['allowed'][number]
export type Satisfaction = Documented['Satisfaction']
export type FeedbackForm = Documented['FeedbackForm']
export type FeedbackStatus = Documented['FeedbackStatus']
export type FeedbackReceipt = Documented['FeedbackReceipt']

export type AlertKind =
  | 'TASK_ASSIGNED'
  | 'TASK_CHANGED'
  | 'REPORT_REQUESTED'
  | 'REPORT_DUE'
  | 'REPORT_OVERDUE'
  | 'REPORT_RETURNED'
  | 'REPORT_SUBMITTED'
  | 'COMPLETION_SUBMITTED'
  | 'COMPLETION_RETURNED'
  | 'URGED'
  | 'NOTICE_ISSUED'
  | 'NOTICE_ANSWERED'
  | 'NOTICE_APPEAL_DECIDED'
  | 'MEETING_CONVENED'
  | 'MINUTES_ISSUED'
  | 'RECTIFICATION_OPENED'
  | 'RECTIFICATION_DUE'
  | 'RECTIFICATION_OVERDUE'
  | 'RECTIFICATION_RETURNED'
  | 'RECTIFICATION_CLOSED'
  | 'RECTIFICATION_TO_REVIEW'
  | 'RECTIFICATION_FOLLOW_UP'
  | 'COMPLAINT_RECEIVED'
  | 'COMPLAINT_GIVEN'
  | 'COMPLAINT_DUE'
  | 'COMPLAINT_OVERDUE'
  | 'COMPLAINT_RETURNED'
  | 'COMPLAINT_TO_REVIEW'

export type Alert = {
  id: string
  kind: AlertKind
  title: string
  body: string
  day: string
  createdAt: string
  readAt: string | null
  withdrawnAt: string | null
  link: { kind: 'TASK' | 'REPORT' | 'MEETING' | 'ROUND' | 'RECTIFICATION' | 'COMPLAINT' | 'NOTICE'; id: string } | null
  unit: UnitRef | null
}

export type Account = {
  id: string
  username: string
  personId: string | null
  personName: string | null
  administrator: boolean
  posts: { id: string; title: string; role: Role; unitName: string }[]
  lastSignInAt: string | null
  initialPassword?: string | null
  mustChangePassword: boolean
  enabled: boolean
}

export type ApiClient = {
  id: string
  clientId: string
  name: string
  unitId: string | null
  unit?: UnitRef | null
  role: Role
  scopes: string[]
  enabled: boolean
  lastUsedAt?: string | null
  secrets?: { id: string; createdAt: string }[]
}

/** A new client or a second secret; the secret is in this answer and nowhere else. */
export type IssuedSecret = { clientId: string; clientSecret: string }

export type Step = 'REMINDER' | 'NOTICE_BLUE' | 'NOTICE_YELLOW' | 'NOTICE_RED' | 'BULLETIN' | 'TALK'
export type NoticeState =
  | 'REMINDED'
  | 'PROPOSED'
  | 'DISMISSED'
  | 'LAPSED'
  | 'ISSUED'
  | 'RECEIVED'
  | 'REPLIED'
  | 'APPEALED'
  | 'WITHDRAWN'
  | 'SETTLED'
export type NoticeAction = 'ISSUE' | 'DISMISS' | 'RECEIVE' | 'REPLY' | 'APPEAL' | 'UPHOLD' | 'WITHDRAW' | 'SETTLE'
export type NoticeSaid = { at: string; by: string; words: string }

export type Notice = {
  id: string
  version: number
  planId: string
  planTitle: string
  taskId: string
  taskTitle: string
  unit: UnitRef
  step: Step
  cause: 'REPORT' | 'TASK' | 'MANUAL'
  owedOn: string
  stillOwed: boolean
  state: NoticeState
  proposedOn: string
  proposedBy: string
  reason: string
  demand: string
  replyBy: string
  number: string | null
  issuedOn: string | null
  issuedBy: string | null
  dismissal: string | null
  receipt: NoticeSaid | null
  reply: NoticeSaid | null
  appeal: NoticeSaid | null
  appealDecision: NoticeSaid | null
  endedOn: string | null
  allowed: NoticeAction[]
}

export type Urging = { id: string; unit: UnitRef; urgedOn: string; words: string; urgedBy: string }

export type StepRule = { step: Step; afterWorkingDays: number; graceWorkingDays: number }
export type Escalation = {
  version: number
  urgingsAWeek: number
  steps: StepRule[]
  usual: StepRule[]
  mayChange: boolean
}

export type BulletinSection = 'MISSING' | 'PROBLEMS' | 'REPEATED' | 'STILL'
export type BulletinTexts = {
  title: string
  addressee: string
  copiedTo: string[]
  opening: string
  remarks: string
  demands: string
  sections: BulletinSection[]
}
export type BulletinBlock = { kind: string; level: number; text: string; rows: string[][] }
export type Bulletin = {
  roundId: string
  version: number
  planId: string
  planTitle: string
  period: string
  issued: boolean
  number: string | null
  issuedOn: string | null
  issuedBy: string | null
  texts: BulletinTexts
  mark: string
  /** Names of numbers that stand in braces in the words. */
  names: string[]
  letterhead: string
  office: string
  preview: BulletinBlock[]
  mayEdit: boolean
}
