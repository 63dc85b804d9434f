import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Plan } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { wholeOf } from '@/lib/pages'
import { useMe } from '@/lib/requests/me'

export const plansQuery = queryOptions({
  queryKey: [...keys.plans, 'list'],
  queryFn: () => wholeOf<Plan>('/api/plans'),
})
export const usePlans = (enabled = true) => useQuery({ ...plansQuery, enabled })

/** The plans that the caller supervises: those of their county, or all of them for the city. */
export function useOwnPlans() {
  const { unit } = useMe()
  const county = unit?.countyId
  return useQuery({
    ...plansQuery,
    select: (plans) => (county ? plans.filter(({ countyId }) => countyId === county) : plans),
  })
}

export const usePlan = (id: string) =>
  useQuery({ queryKey: [...keys.plans, id], queryFn: () => http.get<Plan>(`/api/plans/${id}`) })
