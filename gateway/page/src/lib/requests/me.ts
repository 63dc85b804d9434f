import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Me, Role } from '@/lib/api/types'
import { http, Problem } from '@/lib/http'
import { keys } from '@/lib/keys'

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async () => {
    try {
      return await http.get<Me>('/api/me')
    } catch (reason) {
      if (Problem.of(reason).status === 401) return null
      throw reason
    }
  },
  staleTime: 60_000,
})

export const useMaybeMe = () => useQuery(meQuery)

/** Who is signed in; only below the frame, which shows nothing to strangers. */
export function useMe(): Me & { has: (...roles: Role[]) => boolean; staff: boolean; member: boolean } {
  const me = useSuspenseQuery(meQuery).data!
  const has = (...roles: Role[]) => roles.some((role) => me.roles.includes(role))
  return {
    ...me,
    has,
    staff: has('SUPERVISOR', 'SECRETARY', 'CONVENER', 'ADMIN'),
    member: has('LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE'),
  }
}
