import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { MeasuredValue, Report } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type ReportFilter = {
  unit?: string
  state?: string
  period?: string
  round?: string
  task?: string
  plan?: string
  county?: string
  'due-from'?: string
  'due-before'?: string
  'own-plans'?: string
  light?: string
  'to-sign-off'?: string
}

export const useReports = (filter: ReportFilter, limit?: number, enabled = true) =>
  useInfiniteQuery({ ...pagesOf<Report>(keys.reports, '/api/reports', filter, limit), enabled })

export const reportQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.reports, id], queryFn: () => http.get<Report>(`/api/reports/${id}`) })
export const useReport = (id: string) => useQuery(reportQuery(id))

const refresh = [keys.reports, keys.tasks, keys.counts, keys.overview, keys.rounds]

export type ReportWords = {
  progress: number
  done: string
  problems: string
  next: string
  indicators: MeasuredValue[]
  /** Ids of the files that go with it. */
  evidence: string[]
}

export const useSubmitReport = () =>
  useWrite(
    ({ id, version, words }: { id: string; version: number; words: ReportWords }) =>
      http.put<Report>(`/api/reports/${id}`, words, version),
    {
      done: (report) => (report.awaitsSignOff ? '已提交，待单位负责人签发' : '已报送，等待审核'),
      refresh,
      showsProblem: true,
    },
  )
export const useSignOff = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) => http.post<Report>(`/api/reports/${id}/sign-off`, {}, version),
    { done: '已签发，报送完成，等待审核', refresh },
  )
export const useRefuseSignOff = () =>
  useWrite(
    ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      http.post<Report>(`/api/reports/${id}/sign-off-refusal`, { reason }, version),
    { done: '已退回修改', refresh },
  )
export const useAcceptReport = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) =>
      http.post<Report>(`/api/reports/${id}/acceptance`, {}, version),
    { done: '审核通过', refresh },
  )
export const useReturnReport = () =>
  useWrite(
    ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      http.post<Report>(`/api/reports/${id}/return`, { reason }, version),
    { done: '已退回，单位将收到提醒', refresh },
  )
