import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useRef } from 'react'
import type {
  Finding,
  Indicator,
  List,
  Plan,
  PlanReading,
  PlanReadingSummary,
  ReadingTask,
  Span,
} from '@/lib/api/types'
import { http, Problem } from '@/lib/http'
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

export type ReadingHead = Partial<
  Pick<PlanReading, 'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'phases'> & {
    countyId: string | null
    reportDay: number
    previousPlanId: string | null
  }
>
export type TaskCorrection = Partial<
  Pick<ReadingTask, 'title' | 'text' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn' | 'decision' | 'indicators'>
>

/** Indicators as they are sent: where they stand and how sure that is only comes back. */
export const plainIndicators = (indicators: Indicator[]): Indicator[] =>
  indicators.map(({ text, operator, value, upper, measure }) => ({
    text,
    operator,
    value,
    ...(operator === 'between' ? { upper } : {}),
    measure,
  }))

export type NewReadingTask = Pick<ReadingTask, 'title' | 'text' | 'leads' | 'cooperators' | 'dueOn' | 'indicators'> & {
  /** After which task; 0 puts it first. */
  after: number
  /** Where in the text it was taken from. */
  source?: Span
}

/** One change of a reading; each answers with the whole reading. */
export const readingCalls = (id: string) => {
  const at = `/api/plan-readings/${id}`
  return {
    head: (change: ReadingHead) => (version: number) => http.patch<PlanReading>(at, change, version),
    correct: (ordinal: number, change: TaskCorrection) => (version: number) =>
      http.patch<PlanReading>(`${at}/tasks/${ordinal}`, change, version),
    decide: (finding: string, state: Finding['state']) => (version: number) =>
      http.patch<PlanReading>(`${at}/findings/${finding}`, { state }, version),
    match: (name: string, unitId: string) => (version: number) =>
      http.put<PlanReading>(`${at}/aliases`, { name, unitId }, version),
    add: (task: NewReadingTask) => (version: number) => http.post<PlanReading>(`${at}/tasks`, task, version),
    split: (ordinal: number, cut: number) => (version: number) =>
      http.post<PlanReading>(`${at}/tasks/${ordinal}/split`, { textAt: cut }, version),
    merge: (ordinals: number[]) => (version: number) =>
      http.post<PlanReading>(`${at}/tasks/merge`, { ordinals }, version),
    undo: () => (version: number) => http.post<PlanReading>(`${at}/undo`, {}, version),
  }
}
export type ReadingCall = (version: number) => Promise<PlanReading>

/**
 * Sends changes of one reading one after the other, each on the version that the one before has made: a person decides faster
 * than a server answers. The answer takes the reading's place at once.
 *
 * @returns `send` sends one; the promise is the reading after it, or null where it was refused, which has been shown by then
 */
export function useReadingSteps(id: string) {
  const client = useQueryClient()
  const { notification } = App.useApp()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const send = useCallback(
    (call: ReadingCall): Promise<PlanReading | null> => {
      const { queryKey } = readingQuery(id)
      const step = last.current.then(async () => {
        try {
          const answer = await call(client.getQueryData(queryKey)!.version)
          await client.cancelQueries({ queryKey })
          client.setQueryData(queryKey, answer)
          return answer
        } catch (reason) {
          const problem = Problem.of(reason)
          if (problem.status !== 401)
            notification.error({
              title: problem.detail,
              description: problem.errors.map(({ detail }) => detail).join('；') || undefined,
            })
          await client.invalidateQueries({ queryKey })
          return null
        }
      })
      last.current = step
      return step
    },
    [id, client, notification],
  )
  /** The version that all changes sent so far have made. */
  const settled = useCallback(
    () => last.current.then(() => client.getQueryData(readingQuery(id).queryKey)!.version),
    [id, client],
  )
  return { send, settled }
}

/** Adopts everything that is kept, or the named tasks only. */
export const useAdopt = (id: string) =>
  useWrite(
    ({ version, ordinals }: { version: number; ordinals?: number[] }) =>
      http.post<Plan>(`/api/plan-readings/${id}/adoption`, ordinals ? { ordinals } : {}, version),
    {
      done: '已纳入台账，并通知各单位',
      refresh: [keys.readings, keys.plans, keys.tasks, keys.rounds, keys.overview, keys.counts],
      showsProblem: true,
    },
  )

export const useDiscardReading = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) => http.delete<void>(`/api/plan-readings/${id}`, version),
    {
      done: '已放弃这份文件',
      refresh: [[...keys.readings, 'list']],
    },
  )
