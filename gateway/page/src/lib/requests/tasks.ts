import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Counts, HistoryEntry, List, Task, TaskRow } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf, wholeOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export type TaskFilter = {
  plan?: string
  unit?: string
  county?: string
  light?: string
  state?: string
  kind?: string
  part?: string
  'due-from'?: string
  'due-before'?: string
  'to-acknowledge'?: string
  'extension-asked'?: string
  still?: string
  watched?: string
  'own-plans'?: string
  shares?: string
  q?: string
}

export const useTasks = (filter: TaskFilter, limit?: number, enabled = true) =>
  useInfiniteQuery({ ...pagesOf<TaskRow>(keys.tasks, '/api/tasks', filter, limit), enabled })

/** Every task of a plan, to choose among them. */
export const useTasksOfPlan = (plan: string) =>
  useQuery({ queryKey: [...keys.tasks, 'of-plan', plan], queryFn: () => wholeOf<TaskRow>('/api/tasks', { plan }) })

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.tasks, id], queryFn: () => http.get<Task>(`/api/tasks/${id}`) })
export const useTask = (id: string) => useQuery(taskQuery(id))

export const useTaskHistory = (id: string) =>
  useQuery({
    queryKey: [...keys.tasks, id, 'history'],
    queryFn: async () => (await http.get<List<HistoryEntry>>(`/api/tasks/${id}/history`, { limit: 200 })).items,
  })

export const useCounts = (unit: 'me' | undefined) =>
  useQuery({ queryKey: [...keys.counts, unit], queryFn: () => http.get<Counts>('/api/tasks/counts', { unit }) })

export const refresh = [keys.tasks, keys.counts, keys.overview, keys.plans]
export type Target = { id: string; version: number }

export const useAcknowledge = () =>
  useWrite(({ id, version }: Target) => http.post<Task>(`/api/tasks/${id}/acknowledgement`, {}, version), {
    done: '已签收',
    refresh,
  })
export const useSubmitCompletion = () =>
  useWrite(
    ({ id, version, ...words }: Target & { statement: string; evidence: string[] }) =>
      http.post<Task>(`/api/tasks/${id}/completion`, words, version),
    { done: '办结申请已提交，等待核验', refresh, showsProblem: true },
  )
export const useVerify = () =>
  useWrite(
    ({ id, version, opinion }: Target & { opinion?: string }) =>
      http.post<Task>(`/api/tasks/${id}/verification`, { opinion: opinion || null }, version),
    { done: '已核验销号', refresh },
  )
export const useReturnTask = () =>
  useWrite(
    ({ id, version, reason, units }: Target & { reason: string; units?: string[] }) =>
      http.post<Task>(`/api/tasks/${id}/return`, { reason, units: units ?? null }, version),
    { done: '已退回，单位将收到提醒', refresh },
  )
export const useUrge = () =>
  useWrite(
    ({ id, version, unitId, words }: Target & { unitId?: string; words?: string }) =>
      http.post<Task>(`/api/tasks/${id}/urging`, { unitId: unitId ?? null, words: words || null }, version),
    { done: '已催办，并记录在案', refresh },
  )
