import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { components } from '@/lib/api/generated/task'
import type { CountyLine, CountyStanding, FeatureBoard, FeatureCallRow, Task } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf, wholeOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']
export type FeatureWords = Documented['FeatureItem']

export const useCountyStandings = (plan: string | undefined, enabled = true) =>
  useQuery({
    queryKey: [...keys.countyWork, plan, 'standings'],
    queryFn: async () => (await http.get<{ items: CountyStanding[] }>(`/api/plans/${plan}/counties`)).items,
    enabled: enabled && !!plan,
  })

export const useCountyLines = (plan: string) =>
  useInfiniteQuery(pagesOf<CountyLine>([...keys.countyWork, plan], `/api/plans/${plan}/county-tasks`, {}))

export const useFeatureCalls = () =>
  useQuery({
    queryKey: [...keys.countyWork, 'calls'],
    queryFn: () => wholeOf<FeatureCallRow>('/api/feature-calls'),
  })

export const useFeatureBoard = (plan: string) =>
  useQuery({
    queryKey: [...keys.countyWork, 'features', plan],
    queryFn: () => http.get<FeatureBoard>(`/api/feature-calls/${plan}`),
  })

export const useCallFeatures = () =>
  useWrite(
    ({ plan, version, ...body }: { plan: string; version: number; dueOn: string; least: number }) =>
      http.put<FeatureBoard>(`/api/feature-calls/${plan}`, body, version),
    { done: '已部署，尚未提报的县区将收到提醒', refresh: [keys.countyWork], showsProblem: true },
  )

export const useNameFeature = () =>
  useWrite(
    ({ plan, ...body }: { plan: string } & FeatureWords) => http.post<Task>(`/api/feature-calls/${plan}/items`, body),
    { done: '已提报，列入台账', refresh: [keys.countyWork, keys.tasks, keys.plans], showsProblem: true },
  )
