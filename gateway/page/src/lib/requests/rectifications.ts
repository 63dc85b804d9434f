import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { actsOn } from '@/lib/acts'
import type { components } from '@/lib/api/generated/task'
import type { Rectification, RectificationCounts, RectificationRow } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']
export type RectificationBatch = Documented['RectificationBatch']
type Registered = Documented['RegisteredRectifications']

type RectificationFilter = {
  state?: string
  source?: string
  unit?: string
  county?: string
  plan?: string
  task?: string
  overdue?: string
  'follow-up-due'?: string
  q?: string
}

export const useRectifications = (filter: RectificationFilter) =>
  useInfiniteQuery(pagesOf<RectificationRow>(keys.rectifications, '/api/rectifications', filter))

export const useRectificationCounts = (unit: 'me' | undefined) =>
  useQuery({
    queryKey: [...keys.rectifications, 'counts', unit],
    queryFn: () => http.get<RectificationCounts>('/api/rectifications/counts', { unit }),
  })

export const useRectification = (id: string) =>
  useQuery({
    queryKey: [...keys.rectifications, id],
    queryFn: () => http.get<Rectification>(`/api/rectifications/${id}`),
  })

const refresh = [keys.rectifications, keys.complaints]
const done = (words: string) => ({ done: words, refresh })

export const useOpenRectification = () =>
  useWrite((opening: Documented['RectificationOpening']) => http.post<Rectification>('/api/rectifications', opening), {
    ...done('已登记'),
    showsProblem: true,
  })

export const useRegisterList = () =>
  useWrite((batch: RectificationBatch) => http.post<Registered>('/api/rectifications/batch', batch), {
    done: ({ count }) => `已登记 ${count} 条，责任单位将收到提醒`,
    refresh,
    showsProblem: true,
  })
export const useCheckList = () =>
  useWrite((batch: RectificationBatch) => http.post<Registered>('/api/rectifications/batch?dryRun=true', batch), {
    showsProblem: true,
  })

const act = actsOn<Rectification>('/api/rectifications')

export const useSubmitPlan = () =>
  useWrite(act<Documented['RectificationPlan']>('plan'), { ...done('整改方案已提交，等待审核'), showsProblem: true })
export const useAgreePlan = () =>
  useWrite(act<{ opinion?: string | null }>('plan/agreement'), done('已同意，整改时限以方案为准'))
export const useReturnPlan = () => useWrite(act<{ reason: string }>('plan/return'), done('已退回，责任单位将收到提醒'))
export const useComplete = () =>
  useWrite(act<Documented['RectificationCompletion']>('completion'), { ...done('已申请复查'), showsProblem: true })
export const useReinspect = () =>
  useWrite(act<Documented['Reinspection']>('reinspection'), { ...done('复查结果已记录'), showsProblem: true })
export const useFollowUp = () =>
  useWrite(act<Documented['RectificationFollowUp']>('follow-up'), { ...done('回头看结果已记录'), showsProblem: true })
export const useWithdraw = () => useWrite(act<{ reason: string }>('withdrawal'), done('已撤销'))
