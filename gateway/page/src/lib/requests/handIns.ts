import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Contribution, HandIn, YearlyRules } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export type HandInFilter = { unit?: string; state?: string; plan?: string; 'hand-in'?: string; year?: string }

export const useHandIns = (filter: HandInFilter, limit?: number, enabled = true) =>
  useInfiniteQuery({ ...pagesOf<HandIn>(keys.handIns, '/api/hand-ins', filter, limit), enabled })

export const useHandIn = (id: string) =>
  useQuery({ queryKey: [...keys.handIns, id], queryFn: () => http.get<HandIn>(`/api/hand-ins/${id}`) })

/** What cooperating units have told whoever writes this report. */
export const useContributions = (report: string) =>
  useQuery({
    queryKey: [...keys.handIns, 'of-report', report],
    queryFn: async () => (await http.get<{ items: Contribution[] }>(`/api/reports/${report}/contributions`)).items,
  })

const yearlyKey = (plan: string) => [...keys.handIns, 'yearly', plan]

export const useYearlyRules = (plan: string) =>
  useQuery({
    queryKey: yearlyKey(plan),
    queryFn: () => http.get<YearlyRules>(`/api/plans/${plan}/yearly-artefacts`),
  })

export const useSetYearlyRules = (plan: string) =>
  useWrite((rules: YearlyRules) => http.put<YearlyRules>(`/api/plans/${plan}/yearly-artefacts`, rules), {
    done: '已保存，本年尚未到期的材料已下达',
    refresh: [keys.handIns],
    showsProblem: true,
  })

const refresh = [keys.handIns]
type Target = { id: string; version: number }

export const useAnswerHandIn = () =>
  useWrite(
    ({ id, version, words }: Target & { words: string }) => http.put<HandIn>(`/api/hand-ins/${id}`, { words }, version),
    { done: '已报送', refresh, showsProblem: true },
  )
export const useReturnHandIn = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<HandIn>(`/api/hand-ins/${id}/return`, { reason }, version),
    { done: '已退回，单位将收到提醒', refresh },
  )
export const useWithdrawHandIn = () =>
  useWrite(
    ({ planId, handInId }: Pick<HandIn, 'planId' | 'handInId'>) =>
      http.delete<void>(`/api/plans/${planId}/hand-ins/${handInId}`),
    { done: '已撤销，不再要求报送', refresh },
  )

export type HandInWords = { title: string; words?: string; dueOn: string; units?: string[] }

export const useAskHandIn = () =>
  useWrite(
    ({ plan, ...asked }: HandInWords & { plan: string }) =>
      http.post<{ handInId: string; counts: { owed: number } }>(`/api/plans/${plan}/hand-ins`, asked),
    { done: ({ counts }) => `已下达 ${counts.owed} 个单位`, refresh, showsProblem: true },
  )
