import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Finding, List, Plan, PlanReading, PlanReadingSummary, ReadingTask } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

export const useReadings = () =>
  useQuery({
    queryKey: [...keys.readings, 'list'],
    queryFn: async () => (await http.get<List<PlanReadingSummary>>('/api/plan-readings', { limit: 50 })).items,
  })

export const readingQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.readings, id], queryFn: () => http.get<PlanReading>(`/api/plan-readings/${id}`) })
export const useReading = (id: string, refetchInterval: number | false = false) =>
  useQuery({ ...readingQuery(id), refetchInterval })

export const useReadDocument = () =>
  useWrite(
    (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return http.upload<PlanReading>('/api/plan-readings', form)
    },
    { refresh: [[...keys.readings, 'list']], showsProblem: true },
  )

/** Every correction answers with the whole reading, which takes the old one's place at once. */
function useCorrection<V>(call: (value: V) => Promise<PlanReading>, id: string, done?: string) {
  const client = useQueryClient()
  return useWrite(
    async (value: V) => {
      const reading = await call(value)
      if (reading?.tasks) client.setQueryData(readingQuery(id).queryKey, reading)
      return reading
    },
    { done, refresh: [[...keys.readings, id]] },
  )
}

export type ReadingHead = Partial<
  Pick<PlanReading, 'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'phases'> & {
    countyId: string | null
    reportDay: number
  }
>
export const useCorrectReading = (id: string) =>
  useCorrection(
    ({ version, change }: { version: number; change: ReadingHead }) =>
      http.patch<PlanReading>(`/api/plan-readings/${id}`, change, version),
    id,
    '已更正',
  )

export type TaskCorrection = Partial<
  Pick<ReadingTask, 'title' | 'text' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn' | 'decision' | 'indicators'>
>
export const useCorrectTask = (id: string) =>
  useCorrection(
    ({ version, ordinal, change }: { version: number; ordinal: number; change: TaskCorrection }) =>
      http.patch<PlanReading>(`/api/plan-readings/${id}/tasks/${ordinal}`, change, version),
    id,
  )
export const useDecideFinding = (id: string) =>
  useCorrection(
    ({ version, findingId, state }: { version: number; findingId: string; state: Finding['state'] }) =>
      http.patch<PlanReading>(`/api/plan-readings/${id}/findings/${findingId}`, { state }, version),
    id,
  )
export const useMatchUnit = (id: string) =>
  useCorrection(
    ({ version, name, unitId }: { version: number; name: string; unitId: string }) =>
      http.put<PlanReading>(`/api/plan-readings/${id}/aliases`, { name, unitId }, version),
    id,
    '已对应，以后遇到这一写法将自动识别',
  )
export const useAdopt = (id: string) =>
  useWrite((version: number) => http.post<Plan>(`/api/plan-readings/${id}/adoption`, {}, version), {
    done: '计划已采纳，任务已交办各单位',
    refresh: [keys.readings, keys.plans, keys.tasks, keys.rounds, keys.overview, keys.counts],
    showsProblem: true,
  })
