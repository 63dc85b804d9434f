import { useQuery } from '@tanstack/react-query'
import type { FollowUp, ReportAnswers, SamePair, SameTasks, Spared } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

/** What one report answers beside its own round. */
export const useReportAnswers = (id: string) =>
  useQuery({
    queryKey: [...keys.reports, id, 'answers'],
    queryFn: () => http.get<ReportAnswers>(`/api/reports/${id}/answers`),
  })

/** How many forms were spared, since January where no month is named. */
export const useSpared = (filter: { unit?: string; from?: string; to?: string }) =>
  useQuery({
    queryKey: [...keys.reports, 'spared', filter],
    queryFn: () => http.get<Spared>('/api/reports/spared', filter),
  })

export const useSameTasks = (id: string) =>
  useQuery({ queryKey: [...keys.same, id], queryFn: () => http.get<SameTasks>(`/api/tasks/${id}/same`) })

/** What units have told of a meeting's resolutions, in their reports. */
export const useFollowUps = (meeting: string) =>
  useQuery({
    queryKey: [...keys.reports, 'follow-ups', meeting],
    queryFn: () => http.get<{ items: FollowUp[] }>('/api/tasks/follow-ups', { meeting }),
  })

/** Tasks of a plan that look like tasks of other plans. */
export const useLikelySame = (plan: string) =>
  useQuery({
    queryKey: [...keys.same, 'plan', plan],
    queryFn: () => http.get<{ items: SamePair[] }>(`/api/plans/${plan}/same-tasks`),
  })

export const useDecideSame = () =>
  useWrite(
    ({ id, other, same }: { id: string; other: string; same: boolean }) =>
      // what was said, not whether others are the same still
      http
        .put<SameTasks>(`/api/tasks/${id}/same/${other}`, { same })
        .then(() => same),
    {
      done: (same) => (same ? '已确认为同一事项，单位只需报送一次' : '已记下，分别报送'),
      refresh: [keys.same, keys.reports],
    },
  )
