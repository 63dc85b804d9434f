import { useQuery } from '@tanstack/react-query'
import type { RoundRules, Task } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import type { Cadence } from '@/lib/period'
import { refresh as ofTasks, type Target } from '@/lib/requests/tasks'
import { useWrite } from '@/lib/write'

const rulesKey = (plan: string) => [...keys.plans, plan, 'round-rules']

export const useRoundRules = (plan: string) =>
  useQuery({ queryKey: rulesKey(plan), queryFn: () => http.get<RoundRules>(`/api/plans/${plan}/round-rules`) })

export type RoundRulesWords = Pick<
  RoundRules,
  'cadence' | 'weekday' | 'monthDay' | 'quarterDay' | 'onDayOff' | 'graceWorkingDays' | 'signOff' | 'cooperators'
>

export const useSetRoundRules = (plan: string) =>
  useWrite(
    ({ version, ...rules }: RoundRulesWords & { version: number }) =>
      http.put<RoundRules>(`/api/plans/${plan}/round-rules`, rules, version),
    {
      done: '调度规则已保存，下一期起执行',
      refresh: [keys.plans, keys.rounds, keys.reports, keys.counts, keys.handIns, keys.tasks],
      showsProblem: true,
    },
  )

export const useSetCadence = () =>
  useWrite(
    ({ id, version, cadence }: Target & { cadence: Cadence | null }) =>
      http.put<Task>(`/api/tasks/${id}/cadence`, { cadence }, version),
    {
      done: '报送频次已调整，单位将收到提醒',
      refresh: [...ofTasks, keys.rounds, keys.reports],
      showsProblem: true,
    },
  )
