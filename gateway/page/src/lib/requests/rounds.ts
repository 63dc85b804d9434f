import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Light, List, Round, RoundFact } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useRounds = (filter: { period?: string; plan?: string }) =>
  useQuery({
    queryKey: [...keys.rounds, filter],
    queryFn: async () => (await http.get<List<Round>>('/api/rounds', { ...filter, limit: 200 })).items,
  })

export const useRound = (id: string) =>
  useQuery({ queryKey: [...keys.rounds, id], queryFn: () => http.get<Round>(`/api/rounds/${id}`) })

export const useRoundFacts = (id: string, light?: Light) =>
  useInfiniteQuery(pagesOf<RoundFact>([...keys.rounds, id, 'facts'], `/api/rounds/${id}/facts`, { light }, 100))

const refresh = [keys.rounds, keys.reports, keys.overview, keys.counts]
export const useOpenRound = () =>
  useWrite((round: { planId: string; period: string }) => http.post<Round>('/api/rounds', round), {
    done: '调度已开启，报送任务已下达',
    refresh,
  })
export const useCloseRound = () =>
  useWrite((id: string) => http.post<Round>(`/api/rounds/${id}/close`), { done: '本期调度已关闭，数据已固定', refresh })
