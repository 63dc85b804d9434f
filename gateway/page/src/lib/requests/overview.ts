import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { List, Overview, PlanFigures } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'

export type Board = { period: string; plan?: string; unit?: string; county?: string }

export const useOverview = (board: Board) =>
  useQuery({
    queryKey: [...keys.overview, board],
    queryFn: () => http.get<Overview>('/api/overview', board),
    placeholderData: keepPreviousData,
  })

export const usePlanFigures = ({ period, unit, county }: Omit<Board, 'plan'>) =>
  useQuery({
    queryKey: [...keys.overview, 'plans', period, unit, county],
    queryFn: async () => (await http.get<List<PlanFigures>>('/api/overview/plans', { period, unit, county })).items,
    placeholderData: keepPreviousData,
  })
