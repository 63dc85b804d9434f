import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Light, Round, RoundFact } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useRounds = (filter: { period?: string; plan?: string }) =>
  useInfiniteQuery(pagesOf<Round>(keys.rounds, '/api/rounds', filter))

export const useRound = (id: string, enabled = true) =>
  useQuery({ queryKey: [...keys.rounds, id], queryFn: () => http.get<Round>(`/api/rounds/${id}`), enabled })

export const useRoundFacts = (id: string, light?: Light) =>
  useInfiniteQuery(pagesOf<RoundFact>([...keys.rounds, id, 'facts'], `/api/rounds/${id}/facts`, { light }, 100))

const refresh = [keys.rounds, keys.reports, keys.overview, keys.counts]
export const useOpenRound = () =>
  useWrite((round: { planId: string; period: string }) => http.post<Round>('/api/rounds', round), {
    done: '调度已开启，报送任务已下达',
    refresh,
  })
export const useCloseRound = () =>
  useWrite((id: string) => http.post<Round>(`/api/rounds/${id}/close`), { done: '本期调度已结束，数字已固定', refresh })
