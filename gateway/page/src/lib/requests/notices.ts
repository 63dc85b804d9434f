import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Escalation, List, Notice, Step, StepRule, Urging } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

export type NoticeFilter = { state?: string; step?: string; unit?: string; task?: string; plan?: string }

export const noticesQuery = (filter: NoticeFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...keys.notices, 'list', filter, limit],
    queryFn: ({ pageParam }) =>
      http.get<List<Notice>>('/api/notices', { ...filter, limit, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const useNotices = (filter: NoticeFilter) => useInfiniteQuery(noticesQuery(filter))

export const useNotice = (id: string) =>
  useQuery({ queryKey: [...keys.notices, id], queryFn: () => http.get<Notice>(`/api/notices/${id}`) })

export const useUrgings = (task: string) =>
  useQuery({
    queryKey: [...keys.tasks, task, 'urgings'],
    queryFn: async () => (await http.get<{ items: Urging[] }>(`/api/tasks/${task}/urgings`)).items,
  })

const refresh = [keys.notices, keys.tasks]
type Target = { id: string; version: number }

export type NoticeProposal = { taskId: string; unitId: string; step: Step; reason: string; demand?: string }

export const useProposeNotice = () =>
  useWrite((proposal: NoticeProposal) => http.post<Notice>('/api/notices', proposal), {
    done: '督办单已拟好，待签发',
    refresh,
  })
export const useIssueNotice = () =>
  useWrite(
    ({ id, version, demand, replyBy }: Target & { demand: string; replyBy: string }) =>
      http.post<Notice>(`/api/notices/${id}/issue`, { demand, replyBy }, version),
    { done: (notice) => `已签发：${notice.number ?? ''}`, refresh },
  )
export const useDismissNotice = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<Notice>(`/api/notices/${id}/dismissal`, { reason }, version),
    { done: '已记为不予签发', refresh },
  )
export const useReceiveNotice = () =>
  useWrite(({ id, version }: Target) => http.post<Notice>(`/api/notices/${id}/receipt`, {}, version), {
    done: '已签收，请按期反馈',
    refresh,
  })
export const useReplyNotice = () =>
  useWrite(
    ({ id, version, words }: Target & { words: string }) =>
      http.post<Notice>(`/api/notices/${id}/reply`, { words }, version),
    { done: '已反馈', refresh },
  )
export const useAppealNotice = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<Notice>(`/api/notices/${id}/appeal`, { reason }, version),
    { done: '已提出申诉，申诉期间不再升级', refresh },
  )
export const useDecideAppeal = () =>
  useWrite(
    ({ id, version, withdraw, opinion }: Target & { withdraw: boolean; opinion: string }) =>
      http.post<Notice>(`/api/notices/${id}/appeal-decision`, { withdraw, opinion }, version),
    { done: '申诉结论已告知单位', refresh },
  )

export const useEscalation = (plan: string | undefined) =>
  useQuery({
    queryKey: [...keys.escalation, plan],
    queryFn: () => http.get<Escalation>(`/api/plans/${plan}/escalation`),
    enabled: !!plan,
  })
export const useSetEscalation = () =>
  useWrite(
    ({ plan, version, ...change }: { plan: string; version: number; urgingsAWeek: number; steps: StepRule[] }) =>
      http.put<Escalation>(`/api/plans/${plan}/escalation`, change, version),
    { done: '规则已保存，次日起生效', refresh: [keys.escalation] },
  )
