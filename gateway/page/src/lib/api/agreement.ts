/**
 * Holds the page's types to the services' API documents: a field that the page reads and no document names, or a field
 * that it sends and no document takes, fails the build. The types themselves are narrower than the documents, which call
 * every field optional.
 */

import type { components as gateway } from '@/lib/api/generated/gateway'
import type { components as meeting } from '@/lib/api/generated/meeting'
import type { components as task } from '@/lib/api/generated/task'
import type * as page from '@/lib/api/types'
import type { HolderWords, UnitWords } from '@/lib/requests/directory'
import type { MechanismWords, MeetingWords, MinutesWords } from '@/lib/requests/meetings'
import type { TaskCorrection } from '@/lib/requests/readings'
import type { ReportWords } from '@/lib/requests/reports'

type Task = task['schemas']
type Meeting = meeting['schemas']
type Gateway = gateway['schemas']
type Unknown<Page, Document> = Exclude<keyof Page, keyof Document>
type Agrees<Missing extends never> = Missing

export type Agreement = [
  Agrees<Unknown<page.Plan, Task['PlanView']>>,
  Agrees<Unknown<page.TaskRow, Task['TaskRow']>>,
  Agrees<Unknown<page.Task, Task['TaskDetail']>>,
  Agrees<Unknown<page.TaskPart, Task['TaskPart']>>,
  Agrees<Unknown<page.TaskReport, Task['TaskReport']>>,
  Agrees<Unknown<page.HistoryEntry, Task['TaskHappening']>>,
  Agrees<Unknown<page.Counts, Task['Counts']>>,
  Agrees<Unknown<page.Round, Task['RoundView']>>,
  Agrees<Unknown<page.Report, Task['ReportView']>>,
  Agrees<Unknown<page.Figures, Task['Numbers']>>,
  Agrees<Unknown<page.Overview, Task['Overview']>>,
  Agrees<Unknown<page.Overview['units'][number], Task['OfUnit']>>,
  Agrees<Unknown<page.Overview['counties'][number], Task['OfCounty']>>,
  Agrees<Unknown<page.Overview['trend'][number], Task['Month']>>,
  Agrees<Unknown<page.PlanReading, Task['ReadingView']>>,
  Agrees<Unknown<page.PlanReadingSummary, Task['ReadingSummary']>>,
  Agrees<Unknown<page.ReadingTask, Task['TaskView']>>,
  Agrees<Unknown<page.ReadingUnit, Task['UnitView']>>,
  Agrees<Unknown<page.Finding, Task['FindingView']>>,
  Agrees<Unknown<page.UnitRef, Task['UnitRef']>>,
  Agrees<Unknown<ReportWords, Task['Submission']>>,
  Agrees<Unknown<TaskCorrection, Task['TaskPatch']>>,
  Agrees<Unknown<page.Unit, Meeting['UnitView']>>,
  Agrees<Unknown<page.Post, Meeting['PostView']>>,
  Agrees<Unknown<page.Holding, Meeting['PastHolder']>>,
  Agrees<Unknown<page.Person, Meeting['PersonView']>>,
  Agrees<Unknown<page.SheetOutcome, Meeting['Result']>>,
  Agrees<Unknown<page.Mechanism, Meeting['MechanismView']>>,
  Agrees<Unknown<page.Meeting, Meeting['MeetingView']>>,
  Agrees<Unknown<page.Meeting['attendance'][number], Meeting['AttendanceView']>>,
  Agrees<Unknown<page.Meeting['agenda'][number], Meeting['AgendaItemView']>>,
  Agrees<Unknown<NonNullable<page.Meeting['minutes']>, Meeting['MinutesView']>>,
  Agrees<Unknown<page.Resolution, Meeting['ResolutionView']>>,
  Agrees<Unknown<UnitWords, Meeting['UnitBody']>>,
  Agrees<Unknown<HolderWords, Meeting['HolderBody']>>,
  Agrees<Unknown<MechanismWords, Meeting['MechanismBody']>>,
  Agrees<Unknown<MeetingWords, Meeting['MeetingBody']>>,
  Agrees<Unknown<MinutesWords, Meeting['MinutesBody']>>,
  Agrees<Unknown<page.Me, Gateway['Me']>>,
  Agrees<Unknown<page.Account, Gateway['Account']>>,
  Agrees<Unknown<page.Account['posts'][number], Gateway['Post']>>,
  Agrees<Unknown<page.ApiClient, Gateway['ApiClient']>>,
  Agrees<Unknown<page.IssuedSecret, Gateway['IssuedApiClient']>>,
  Agrees<Unknown<page.IssuedSecret, Gateway['IssuedSecret']>>,
]
