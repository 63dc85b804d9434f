import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Overview } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'

export const useOverview = (period: string, plan?: string) =>
  useQuery({
    queryKey: [...keys.overview, period, plan],
    queryFn: () => http.get<Overview>('/api/overview', { period, plan }),
    placeholderData: keepPreviousData,
  })
