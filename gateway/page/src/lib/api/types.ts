import type { components } from '@/lib/api/generated/task'
import type { Cadence } from '@/lib/period'

type Documented = components['schemas']

/** Shapes of the API: ids are UUIDs, days `2026-11-25`, periods `2026-11`, `2026-Q4` or `2026-W47`, instants with offset; absent is null. */

export type * from '@/lib/api/directory'
export type * from '@/lib/api/meetings'
export type * from '@/lib/api/readings'

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
export type TaskState =
  | 'DRAFTED'
  | 'ASSIGNED'
  | 'ACKNOWLEDGED'
  | 'IN_PROGRESS'
  | 'COMPLETION_SUBMITTED'
  | 'SUSPENDED'
  | 'CLOSED'
export type Part = 'LEAD' | 'COOPERATING'
export type Source = 'DOCUMENT' | 'MINUTES' | 'LEDGER' | 'AD_HOC'

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
  cadence: Cadence
  reportWeekday: number
  reportDay: number
  reportQuarterDay: number
  phases: Phase[]
  adoptedAt: string
  tasks: number
  closedTasks: number
  progress: number
}

export type TaskKind = 'ONE_OFF' | 'STANDING' | 'PERIODIC' | 'INDICATOR'
export type Repeat = 'QUARTER' | 'HALF_YEAR' | 'YEAR'
export type TaskCycle = { repeats: Repeat; from: string; to: string }
export type PastCycle = { from: string; to: string; dueOn: string | null; closedOn: string | null; progress: number }
/** How an indicator stands by the newest report that says so. */
export type TargetReported = { text: string; reported: string | null; reached: boolean }

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
  kind: TaskKind
  standing: boolean
  light: Light
  lightReason: string
  lightSince: string | null
  progress: number
  /** 序时进度: what should be done by today; null where nothing says so. */
  scheduled: number | null
  /** 久无进展: since when its progress has not moved, where its light does not say so yet. */
  stillSince: string | null
  leads: UnitRef[]
  cooperators: UnitRef[]
  countyId: string | null
  countyName: string | null
  lastReport: { period: string; submittedAt: string; progress: number } | null
  updatedAt: string
}

export type TaskAction = Documented['TaskDetail']['allowed'][number]

export type TaskPart = Documented['TaskPart']
export type PartState = TaskPart['state']
export type ReleasedPart = Documented['ReleasedPart']
export type Milestone = { name: string; dueOn: string; percent: number; reachedOn: string | null }
export type Suspension = { since: string; resumesOn: string | null; reason: string }
export type ExtensionRequest = Omit<Documented['ExtensionRequest'], 'state'> & {
  state: 'OPEN' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'
}

/** Of which task it is a piece; the id is null where the caller may not see that task. */
export type PieceOf = { taskId: string | null; title: string; givenBy: UnitRef; weight: number }
export type TaskPiece = TaskRow & { weight: number; givenBy: UnitRef }

export type Task = TaskRow & {
  text: string
  number: string | null
  remark: string | null
  /** Its own; null where it is reported on as its plan says. */
  cadence: Cadence | null
  planCadence: Cadence
  phase: Phase | null
  indicators: Indicator[]
  parts: TaskPart[]
  cycle: TaskCycle | null
  cycles: PastCycle[]
  targets: TargetReported[]
  assignedOn: string | null
  milestones: Milestone[]
  proposedMilestones: Milestone[]
  released: ReleasedPart[]
  suspension: Suspension | null
  extensions: ExtensionRequest[]
  reports: TaskReport[]
  pieceOf: PieceOf | null
  pieces: TaskPiece[]
  completionEvidence: EvidenceSubmission[]
  allowed: TaskAction[]
}

export type CountyStanding = Documented['CountyStanding']
export type CountyWithoutShare = Documented['WithoutShare']
export type CountyCell = Omit<Documented['CountyCell'], 'state' | 'light'> & { state: TaskState; light: Light }
export type CountyLine = Omit<Documented['CountyLine'], 'cells'> & { cells: CountyCell[] }
export type FeatureCallRow = Documented['FeatureCallRow']
export type CountyFeatures = Omit<Documented['CountyFeatures'], 'items'> & { items: TaskRow[] }
export type FeatureBoard = Omit<Documented['FeatureBoard'], 'counties'> & { counties: CountyFeatures[] }
export type Goal = Documented['GoalRow']

export type HistoryEntry = Documented['TaskHappening']
export type FieldHistory = Documented['FieldHistory']
export type TaskGroup = Documented['TaskGroup']
export type LedgerView = Documented['LedgerView']
export type SearchHit = Documented['SearchHit']

export type Counts = Documented['Counts']

export type Round = Documented['RoundView']

export type RoundRules = Documented['RoundRulesView']

export type RoundFact = Documented['RoundFact']

export type HandIn = Documented['HandInView']
export type Comment = Documented['CommentView']
export type Watch = Documented['WatchView']

export type Contribution = Documented['ContributionView']
export type YearlyRules = Documented['YearlyArtefactRules']
export type Artefact = YearlyRules['days'][number]['artefact']
export type HandInState = 'OWED' | 'HANDED_IN' | 'RETURNED' | 'WITHDRAWN'

export type PendingReport = Documented['PendingReport']

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
  /** The unit's part in the task; null where it has none any more. */
  part: Part | null
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
  /** Whether the plan asks for the signature of the unit's head, and whether it is waited for. */
  signOff: boolean
  awaitsSignOff: boolean
  /** What waits for the head, or was given back by them; only the unit reads it. */
  pending: PendingReport | null
  signedBy: string | null
  /** Files that came with it. */
  evidence: EvidenceFile[]
  allowed: ('SUBMIT' | 'SIGN_OFF' | 'REFUSE_SIGN_OFF' | 'ACCEPT' | 'RETURN')[]
  previous: {
    period: string
    progress: number
    done: string | null
    problems: string | null
    next: string | null
  } | null
}

export type EvidenceFile = Documented['EvidenceFile']
export type EvidenceSubmission = Documented['EvidenceSubmission']
export type EvidenceLimits = Documented['EvidenceLimits']
export type EvidenceText = Documented['EvidenceText']

/** A report as its task shows it. */
export type TaskReport = Omit<
  Report,
  | 'planId'
  | 'planTitle'
  | 'taskTitle'
  | 'taskOrdinal'
  | 'previous'
  | 'allowed'
  | 'part'
  | 'signOff'
  | 'awaitsSignOff'
  | 'pending'
  | 'signedBy'
>

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
  unit: UnitRef | null
  countyId: string | null
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

export type PlanFigures = Figures & { planId: string; planTitle: string }

/** A ledger sheet under review, its rows, and what its adoption does. */
export type LedgerImport = Documented['ImportView']
export type LedgerImportSummary = Documented['ImportSummary']
export type LedgerImportRow = Documented['RowView']
export type LedgerImportColumn = Documented['ColumnView']
export type LedgerImportOutcome = Documented['ImportOutcome']
export type SheetField = NonNullable<LedgerImportColumn['field']>

export type RectificationRow = Documented['RectificationRow']
export type Rectification = Documented['RectificationDetail']
export type RectificationCounts = Documented['RectificationCounts']
export type RectificationState = RectificationRow['state']
export type RectificationSource = RectificationRow['source']
export type RectificationAction = Rectification['allowed'][number]

export type IndicatorRow = Documented['IndicatorRow']
export type TrackedIndicator = Documented['IndicatorDetail']
export type IndicatorCounts = Documented['IndicatorCounts']
export type IndicatorPoint = Documented['IndicatorPoint']
export type IndicatorTarget = Documented['IndicatorTarget']
export type IndicatorValue = Documented['IndicatorValueView']
export type IndicatorChange = Documented['IndicatorChange']
export type SameIndicators = Documented['SameIndicators']
export type AskedIndicator = Documented['AskedIndicator']
export type Standing = IndicatorRow['standing']
export type Cycle = IndicatorRow['cycle']
export type RollUp = IndicatorRow['rollUp']

export type ComplaintRow = Documented['ComplaintRow']
export type Complaint = Documented['ComplaintDetail']
export type ComplaintState = ComplaintRow['state']
export type ComplaintKind = ComplaintRow['kind']
export type ComplaintAction = Complaint['allowed'][number]
export type Satisfaction = Documented['Satisfaction']
export type FeedbackForm = Documented['FeedbackForm']
export type FeedbackStatus = Documented['FeedbackStatus']
export type FeedbackReceipt = Documented['FeedbackReceipt']

export type AssessmentBoard = Documented['AssessmentBoard']
export type AssessedUnit = Documented['AssessedUnit']
export type AssessmentState = AssessmentBoard['state']
export type ScoreSheet = Documented['ScoreSheet']
export type SheetItem = Documented['SheetItem']
export type SheetLine = Documented['SheetLine']
export type Appeal = Documented['AppealView']
export type AppealState = Appeal['state']
export type ScoringRules = Documented['ScoringRules']
export type ScoringItem = Documented['ScoringItem']
export type ScoringMeasure = Documented['ScoringMeasure']
export type ScoringRulesView = Documented['ScoringRulesView']
export type ScoringRulesAdoption = Documented['ScoringRulesAdoption']
export type ScoringTrial = Documented['ScoringTrial']
export type TriedUnit = Documented['TriedUnit']
export type Measure = ScoringItem['measure']

export type ReportAnswers = Documented['ReportAnswers']
export type ReportAnswer = Documented['ReportAnswer']
export type Spared = Documented['Spared']
export type SparedCount = Documented['SparedCount']
export type SparedUnit = Documented['SparedUnit']
export type SameTasks = Documented['SameTasksView']
export type SamePair = Documented['SamePair']
export type FollowUp = Documented['FollowUp']
export type TaskSide = Documented['TaskSide']

export type AlertKind =
  | 'TASK_ASSIGNED'
  | 'TASK_CHANGED'
  | 'REPORT_REQUESTED'
  | 'REPORT_DUE'
  | 'REPORT_OVERDUE'
  | 'REPORT_RETURNED'
  | 'REPORT_TO_SIGN_OFF'
  | 'REPORT_NOT_SIGNED'
  | 'REPORT_SUBMITTED'
  | 'COMPLETION_SUBMITTED'
  | 'COMPLETION_RETURNED'
  | 'EXTENSION_REQUESTED'
  | 'EXTENSION_DECIDED'
  | 'LIGHT_TURNED'
  | 'URGED'
  | 'NOTICE_ISSUED'
  | 'NOTICE_ANSWERED'
  | 'NOTICE_APPEAL_DECIDED'
  | 'HAND_IN_ASKED'
  | 'HAND_IN_DUE'
  | 'HAND_IN_OVERDUE'
  | 'HAND_IN_RETURNED'
  | 'HAND_IN_ANSWERED'
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
  | 'INDICATOR_SLIPPED'
  | 'FEATURE_ASKED'
  | 'GOAL_SET'
  | 'GOAL_ASSESSED'
  | 'GOAL_DECIDED'
  | 'SCORE_ANNOUNCED'
  | 'SCORE_APPEALED'
  | 'SCORE_APPEAL_DECIDED'
  | 'MENTIONED'
  | 'WATCHED_COMMENT'
  | 'WATCHED_TASK_MOVED'
  | 'PLENARY_OWED'

export type Alert = {
  id: string
  kind: AlertKind
  title: string
  body: string
  day: string
  createdAt: string
  readAt: string | null
  withdrawnAt: string | null
  link: {
    kind:
      | 'TASK'
      | 'REPORT'
      | 'MEETING'
      | 'ROUND'
      | 'RECTIFICATION'
      | 'COMPLAINT'
      | 'NOTICE'
      | 'INDICATOR'
      | 'HAND_IN'
      | 'FEATURE'
      | 'GOAL'
      | 'SCORE_SHEET'
      | 'MECHANISM'
    id: string
  } | null
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

export type Notice = Documented['NoticeView']
export type NoticeState = Notice['state']
export type NoticeAction = Notice['allowed'][number]
export type Urging = Documented['UrgingView']
export type Escalation = Documented['EscalationView']
export type StepRule = Documented['StepRule']
export type Step = StepRule['step']

export type LightRules = Documented['LightRulesView']
export type LightRule = Documented['RuleLine']
export type LightRulesAdoption = Documented['LightRulesAdoption']
export type LightTrial = Documented['LightTrial']
export type LightDifference = Documented['LightDifference']

export type Bulletin = Documented['BulletinView']
export type BulletinTexts = Bulletin['texts']
export type BulletinSection = BulletinTexts['sections'][number]
