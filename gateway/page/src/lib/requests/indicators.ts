import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { components } from '@/lib/api/generated/task'
import type {
  AskedIndicator,
  IndicatorChange,
  IndicatorCounts,
  IndicatorRow,
  IndicatorValue,
  SameIndicators,
  TrackedIndicator,
} from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']
export type IndicatorWords = Documented['IndicatorWords']
export type IndicatorEntry = Documented['IndicatorEntry']

export type IndicatorFilter = {
  standing?: string
  plan?: string
  task?: string
  county?: string
  unit?: string
  q?: string
}

export const useIndicators = (filter: IndicatorFilter) =>
  useInfiniteQuery(pagesOf<IndicatorRow>(keys.indicators, '/api/indicators', filter))

export const useIndicatorCounts = () =>
  useQuery({
    queryKey: [...keys.indicators, 'counts'],
    queryFn: () => http.get<IndicatorCounts>('/api/indicators/counts'),
  })

export const useSameIndicators = (enabled: boolean) =>
  useQuery({
    queryKey: [...keys.indicators, 'same'],
    queryFn: () => http.get<{ items: SameIndicators[] }>('/api/indicators/same'),
    enabled,
  })

export const useIndicator = (id: string) =>
  useQuery({
    queryKey: [...keys.indicators, id],
    queryFn: () => http.get<TrackedIndicator>(`/api/indicators/${id}`),
  })

export const useIndicatorHistory = (id: string) =>
  useInfiniteQuery(
    pagesOf<IndicatorChange>([...keys.indicators, id, 'history'], `/api/indicators/${id}/history`, {}, 20),
  )

/** What a report asks, with what its unit has already said elsewhere. */
export const useAskedIndicators = (reportId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.indicators, 'asked', reportId],
    queryFn: () => http.get<{ items: AskedIndicator[] }>(`/api/reports/${reportId}/indicators`),
    enabled,
  })

const refresh = [keys.indicators]

export const useCreateIndicator = () =>
  useWrite((words: IndicatorWords) => http.post<TrackedIndicator>('/api/indicators', words), {
    done: '指标已新增',
    refresh,
    showsProblem: true,
  })
export const useDefineIndicator = () =>
  useWrite(
    ({ id, version, words }: { id: string; version: number; words: IndicatorWords }) =>
      http.put<TrackedIndicator>(`/api/indicators/${id}`, words, version),
    { done: '指标已调整', refresh, showsProblem: true },
  )
export const useMeasure = () =>
  useWrite(
    ({ id, period, version, entry }: { id: string; period: string; version?: number; entry: IndicatorEntry }) =>
      http.put<IndicatorValue>(`/api/indicators/${id}/values/${period}`, entry, version),
    { done: '数值已保存', refresh, showsProblem: true },
  )
export const useJoinIndicators = () =>
  useWrite(
    ({ id, version, otherId }: { id: string; version: number; otherId: string }) =>
      http.post<TrackedIndicator>(`/api/indicators/${id}/joining`, { otherId }, version),
    { done: '已合并，今后只需填报一次', refresh },
  )
export const usePartIndicators = () =>
  useWrite(
    ({ id, otherId }: { id: string; otherId: string }) =>
      http.post<TrackedIndicator>(`/api/indicators/${id}/parting`, { otherId }),
    { done: '已分开，不再提示', refresh },
  )
