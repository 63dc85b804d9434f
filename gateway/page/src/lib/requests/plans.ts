import { queryOptions, useQuery } from '@tanstack/react-query'
import type { List, Plan } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'

export const plansQuery = queryOptions({
  queryKey: [...keys.plans, 'list'],
  queryFn: async () => (await http.get<List<Plan>>('/api/plans', { limit: 200 })).items,
})
export const usePlans = (enabled = true) => useQuery({ ...plansQuery, enabled })

export const usePlan = (id: string) =>
  useQuery({ queryKey: [...keys.plans, id], queryFn: () => http.get<Plan>(`/api/plans/${id}`) })
