import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { actsOn } from '@/lib/acts'
import type { components } from '@/lib/api/generated/task'
import type { Escalation, Notice, StepRule, Urging } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']
type NoticeFilter = { state?: string; step?: string; unit?: string; task?: string; plan?: string }

export const useNotices = (filter: NoticeFilter) =>
  useInfiniteQuery(pagesOf<Notice>(keys.notices, '/api/notices', filter))

export const useNotice = (id: string) =>
  useQuery({ queryKey: [...keys.notices, id], queryFn: () => http.get<Notice>(`/api/notices/${id}`) })

export const useUrgings = (task: string) =>
  useQuery({
    queryKey: [...keys.tasks, task, 'urgings'],
    queryFn: async () => (await http.get<{ items: Urging[] }>(`/api/tasks/${task}/urgings`)).items,
  })

const refresh = [keys.notices, keys.tasks]
const act = actsOn<Notice>('/api/notices')

export const useProposeNotice = () =>
  useWrite((proposal: Documented['NoticeProposal']) => http.post<Notice>('/api/notices', proposal), {
    done: '督办单已拟好，待签发',
    refresh,
  })
export const useIssueNotice = () =>
  useWrite(act<{ demand: string; replyBy: string }>('issue'), {
    done: (notice) => `已签发：${notice.number ?? ''}`,
    refresh,
  })
export const useDismissNotice = () =>
  useWrite(act<{ reason: string }>('dismissal'), { done: '已记为不予签发', refresh })
export const useReceiveNotice = () => useWrite(act<object>('receipt'), { done: '已签收，请按期反馈', refresh })
export const useReplyNotice = () => useWrite(act<{ words: string }>('reply'), { done: '已反馈', refresh })
export const useAppealNotice = () =>
  useWrite(act<{ reason: string }>('appeal'), { done: '已提出申诉，申诉期间不再升级', refresh })
export const useDecideAppeal = () =>
  useWrite(act<{ withdraw: boolean; opinion: string }>('appeal-decision'), { done: '申诉结论已告知单位', refresh })

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
