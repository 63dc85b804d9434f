import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { actsOn } from '@/lib/acts'
import type { Appeal, AssessmentBoard, ScoreSheet, ScoringRules, ScoringRulesView, ScoringTrial } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useAssessment = (month: string) =>
  useQuery({
    queryKey: [...keys.assessments, month],
    queryFn: () => http.get<AssessmentBoard>(`/api/assessments/${month}`),
  })

/** A unit's sheet of a month, settled or not. */
export const useMonthSheet = (month: string, unit: string) =>
  useQuery({
    queryKey: [...keys.assessments, month, unit],
    queryFn: () => http.get<ScoreSheet>(`/api/assessments/${month}/units/${unit}`),
  })

/** A sheet that was announced. */
export const useSheet = (id: string) =>
  useQuery({
    queryKey: [...keys.assessments, 'sheet', id],
    queryFn: () => http.get<ScoreSheet>(`/api/assessment-sheets/${id}`),
  })

const refresh = [keys.assessments]

export const useSettle = () =>
  useWrite((month: string) => http.post<AssessmentBoard>(`/api/assessments/${month}/settlement`, {}), {
    done: '已核定公布，各单位将收到提醒',
    refresh,
  })

export type AwardWords = { unitId: string; points: number; words: string }
export const useAward = () =>
  useWrite(
    ({ month, ...award }: AwardWords & { month: string }) =>
      http.post<{ id: string }>(`/api/assessments/${month}/awards`, award),
    { done: '已加分', refresh, showsProblem: true },
  )
export const useWithdrawAward = () =>
  useWrite((id: string) => http.delete<void>(`/api/assessment-awards/${id}`), { done: '已撤销加分', refresh })

type AppealFilter = { state?: string; month?: string; unit?: string }
export const useAppeals = (filter: AppealFilter) =>
  useInfiniteQuery(pagesOf<Appeal>([...keys.assessments, 'appeals'], '/api/assessment-appeals', filter))

export const useOpenAppeal = () =>
  useWrite((appeal: { lineId: string; words: string }) => http.post<Appeal>('/api/assessment-appeals', appeal), {
    done: '申诉已提出，等待裁定',
    refresh,
  })

const act = actsOn<Appeal>('/api/assessment-appeals')
export type DecisionWords = { upheld: boolean; restored: number | null; words: string }
export const useDecideAppeal = () =>
  useWrite(act<DecisionWords>('decision'), { done: '已裁定，单位将收到提醒', refresh, showsProblem: true })
export const useWithdrawAppeal = () => useWrite(act('withdrawal'), { done: '已撤回申诉', refresh })

const rulesKey = [...keys.assessments, 'rules']
export const useScoringRules = () =>
  useQuery({ queryKey: rulesKey, queryFn: () => http.get<ScoringRulesView>('/api/scoring-rules') })

export const useAdoptScoringRules = () =>
  useWrite(
    ({ version, ...change }: { version: number; rules: ScoringRules; from: string; reason: string }) =>
      http.put<ScoringRulesView>('/api/scoring-rules', change, version),
    { done: '已定，自执行之月起按新规则计分', refresh, showsProblem: true },
  )

/** Changes nothing, so nothing is refreshed. */
export const useTryScoringRules = () =>
  useMutation({
    mutationFn: (words: { rules: ScoringRules; month: string }) =>
      http.post<ScoringTrial>('/api/scoring-rule-trials', words),
  })
