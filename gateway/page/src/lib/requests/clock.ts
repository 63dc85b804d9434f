import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useMaybeMe } from '@/lib/requests/me'
import { useWrite } from '@/lib/write'

type BusinessClock = { now: string; offset: string | number }

/** Known before anything is asked of a day: the training clock may stand years away from the real one. */
export const clockQuery = queryOptions({
  queryKey: keys.clock,
  queryFn: async () => {
    const clock = await http.get<BusinessClock>('/api/local/clock')
    return { ahead: Date.parse(clock.now) - Date.now() }
  },
  staleTime: 60_000,
  refetchInterval: 60_000,
})

/** Business time as epoch milliseconds, ticking; real time where there is no training clock. */
export function useNow(every = 1000): number {
  const training = useMaybeMe().data?.local.clock ?? false
  const ahead = useQuery({ ...clockQuery, enabled: training }).data?.ahead ?? 0
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now + ahead
}

export const shanghaiDay = (epoch: number) => new Date(epoch + 8 * 3600_000).toISOString().slice(0, 10)
export const shanghaiTime = (epoch: number) => new Date(epoch + 8 * 3600_000).toISOString().slice(11, 19)

/** The business day, `2026-11-25`. */
export const useToday = () => shanghaiDay(useNow(30_000))

export function useSetClock() {
  return useWrite((to: { now: string } | { advance: string }) => http.put<BusinessClock>('/api/local/clock', to), {
    done: '培训时钟已调整',
    refresh: [[]],
  })
}
