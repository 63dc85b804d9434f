import { useMutation, useQuery } from '@tanstack/react-query'
import type { LightRule, LightRules, LightTrial } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

const place = (plan: string | undefined) => (plan ? `/api/plans/${plan}/light-rules` : '/api/light-rules')

/** A plan's rules, or the city's default. */
export const useLightRules = (plan: string | undefined) =>
  useQuery({ queryKey: [...keys.lightRules, plan ?? 'city'], queryFn: () => http.get<LightRules>(place(plan)) })

export type LightRulesWords = {
  /** null: the plan follows the city's default again */
  rules: LightRule[] | null
  stillDays: number | null
  from: string
  reason: string
}

export const useAdoptLightRules = () =>
  useWrite(
    ({ plan, version, ...change }: LightRulesWords & { plan: string | undefined; version: number }) =>
      http.put<LightRules>(place(plan), change, version),
    { done: '已定，到执行之日起按新规则亮灯', refresh: [keys.lightRules], showsProblem: true },
  )

export type LightTrialWords = { plan: string | null; rules: LightRule[]; from: string; to: string }

/** Changes nothing, so nothing is refreshed. */
export const useTryLightRules = () =>
  useMutation({ mutationFn: (words: LightTrialWords) => http.post<LightTrial>('/api/light-rule-trials', words) })
