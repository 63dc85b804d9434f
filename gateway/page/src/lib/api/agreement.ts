/**
 * Holds the page's types to the services' API documents: a field that the page reads and no document names, one that it
 * takes for granted and the document does not, or a field that it sends and no document takes, fails the build.
 */

import type { components as gateway } from '@/lib/api/generated/gateway'
import type { components as meeting } from '@/lib/api/generated/meeting'
import type { components as notification } from '@/lib/api/generated/notification'
import type { components as task } from '@/lib/api/generated/task'
import type * as page from '@/lib/api/types'
import type { HolderWords, UnitWords } from '@/lib/requests/directory'
import type { LightRulesWords, LightTrialWords } from '@/lib/requests/lightRules'
import type { MechanismWords, MeetingWords, MinutesWords } from '@/lib/requests/meetings'
import type { NewReadingTask, ReadingHead, TaskCorrection } from '@/lib/requests/readings'
import type { ReportWords } from '@/lib/requests/reports'
import type { RoundRulesWords } from '@/lib/requests/roundRules'
import type { TaskWords } from '@/lib/requests/taskLife'
import type { ViewWords } from '@/lib/requests/views'

type Task = task['schemas']
type Meeting = meeting['schemas']
type Notification = notification['schemas']
type Gateway = gateway['schemas']
type Unknown<Page, Document> = Exclude<keyof Page, keyof Document>
/** What the page takes for granted although the document says that it may be absent or null. */
type Unpromised<Page, Document> = {
  [K in keyof Page & keyof Document]-?: undefined extends Document[K]
    ? null extends Page[K]
      ? never
      : undefined extends Page[K]
        ? never
        : K
    : never
}[keyof Page & keyof Document]
type Wrong<Page, Document> = Unknown<Page, Document> | Unpromised<Page, Document>
type Agrees<Missing extends never> = Missing

export type Agreement = [
  Agrees<Wrong<page.Plan, Task['PlanView']>>,
  Agrees<Wrong<page.TaskRow, Task['TaskRow']>>,
  Agrees<Wrong<page.Task, Task['TaskDetail']>>,
  Agrees<Wrong<page.TaskPart, Task['TaskPart']>>,
  Agrees<Wrong<page.Milestone, Task['Milestone']>>,
  Agrees<Wrong<page.Suspension, Task['Suspension']>>,
  Agrees<Wrong<page.PieceOf, Task['PieceOf']>>,
  Agrees<Wrong<page.TaskPiece, Task['TaskPiece']>>,
  Agrees<Wrong<page.TaskCycle, Task['Cycle']>>,
  Agrees<Wrong<page.PastCycle, Task['PastCycle']>>,
  Agrees<Wrong<page.TargetReported, Task['TargetReported']>>,
  Agrees<Wrong<page.ExtensionRequest, Task['ExtensionRequest']>>,
  Agrees<Unknown<TaskWords, Task['TaskAsked']>>,
  Agrees<Wrong<page.TaskReport, Task['TaskReport']>>,
  Agrees<Wrong<page.HistoryEntry, Task['TaskHappening']>>,
  Agrees<Wrong<page.Counts, Task['Counts']>>,
  Agrees<Wrong<page.Round, Task['RoundView']>>,
  Agrees<Unknown<RoundRulesWords, Task['RoundRulesChange']>>,
  Agrees<Wrong<page.Report, Task['ReportView']>>,
  Agrees<Wrong<page.Figures, Task['Numbers']>>,
  Agrees<Wrong<page.Overview, Task['Overview']>>,
  Agrees<Wrong<page.Overview['units'][number], Task['OfUnit']>>,
  Agrees<Wrong<page.Overview['counties'][number], Task['OfCounty']>>,
  Agrees<Wrong<page.Overview['trend'][number], Task['Month']>>,
  Agrees<Wrong<page.PlanFigures, Task['OfPlan']>>,
  Agrees<Wrong<page.PlanReading, Task['ReadingView']>>,
  Agrees<Wrong<page.PlanReadingSummary, Task['ReadingSummary']>>,
  Agrees<Wrong<page.ReadingTask, Task['TaskView']>>,
  Agrees<Wrong<page.ReadingUnit, Task['UnitView']>>,
  Agrees<Wrong<page.Finding, Task['FindingView']>>,
  Agrees<Wrong<page.UnitRef, Task['UnitRef']>>,
  Agrees<Unknown<ReportWords, Task['Submission']>>,
  Agrees<Unknown<ViewWords, Task['LedgerViewWords']>>,
  Agrees<Wrong<page.Provenance, Task['Provenance']>>,
  Agrees<Wrong<page.SuggestedUnit, Task['SuggestedUnit']>>,
  Agrees<Wrong<page.SameAs, Task['SameAs']>>,
  Agrees<Wrong<NonNullable<page.PlanReading['previous']>, Task['EarlierPlan']>>,
  Agrees<Wrong<page.PlanReading['gone'][number], Task['Gone']>>,
  Agrees<Wrong<page.Finding['suggestions'][number], Task['Resolution']>>,
  Agrees<Wrong<page.ReadingUnit['suggestions'][number], Task['LikelyUnit']>>,
  Agrees<Unknown<ReadingHead, Task['DocumentPatch']>>,
  Agrees<Unknown<TaskCorrection, Task['TaskPatch']>>,
  Agrees<Unknown<NewReadingTask, Task['TaskAddition']>>,
  Agrees<Unknown<LightRulesWords, Task['LightRulesChange']>>,
  Agrees<Unknown<LightTrialWords, Task['LightTrialRequest']>>,
  Agrees<Unknown<page.BulletinTexts, Task['BulletinWords']>>,
  Agrees<Wrong<page.Unit, Meeting['UnitView']>>,
  Agrees<Wrong<page.Post, Meeting['PostView']>>,
  Agrees<Wrong<page.Holding, Meeting['PastHolder']>>,
  Agrees<Wrong<page.Person, Meeting['PersonView']>>,
  Agrees<Wrong<page.SheetOutcome, Meeting['Result']>>,
  Agrees<Wrong<page.Mechanism, Meeting['MechanismView']>>,
  Agrees<Wrong<page.Meeting, Meeting['MeetingView']>>,
  Agrees<Wrong<page.Meeting['attendance'][number], Meeting['AttendanceView']>>,
  Agrees<Wrong<page.Meeting['agenda'][number], Meeting['AgendaItemView']>>,
  Agrees<Wrong<NonNullable<page.Meeting['minutes']>, Meeting['MinutesView']>>,
  Agrees<Wrong<page.Resolution, Meeting['ResolutionView']>>,
  Agrees<Unknown<UnitWords, Meeting['UnitBody']>>,
  Agrees<Unknown<HolderWords, Meeting['HolderBody']>>,
  Agrees<Unknown<MechanismWords, Meeting['MechanismBody']>>,
  Agrees<Unknown<MeetingWords, Meeting['MeetingBody']>>,
  Agrees<Unknown<MinutesWords, Meeting['MinutesBody']>>,
  Agrees<Wrong<page.Alert, Notification['Alert']>>,
  Agrees<Wrong<page.Me, Gateway['Me']>>,
  Agrees<Wrong<page.Account, Gateway['Account']>>,
  Agrees<Wrong<page.Account['posts'][number], Gateway['Post']>>,
  Agrees<Wrong<page.ApiClient, Gateway['ApiClient']>>,
  Agrees<Wrong<page.IssuedSecret, Gateway['IssuedApiClient']>>,
  Agrees<Wrong<page.IssuedSecret, Gateway['IssuedSecret']>>,
]
