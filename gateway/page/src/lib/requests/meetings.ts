import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { actsOn, type Target } from '@/lib/acts'
import type { Mechanism, Meeting, Plenary } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf, wholeOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useMeetings = (mechanism?: string) =>
  useInfiniteQuery(pagesOf<Meeting>(keys.meetings, '/api/meetings', { mechanism }, 30))
export const useMeeting = (id: string) =>
  useQuery({ queryKey: [...keys.meetings, id], queryFn: () => http.get<Meeting>(`/api/meetings/${id}`) })
export const useMechanisms = () =>
  useQuery({ queryKey: keys.mechanisms, queryFn: () => wholeOf<Mechanism>('/api/mechanisms') })

export const usePlenaries = (year: number) =>
  useQuery({
    queryKey: [...keys.meetings, 'plenaries', year],
    queryFn: async () => (await http.get<{ items: Plenary[] }>('/api/meetings/plenaries', { year })).items,
  })

const refresh = [keys.meetings]
const act = actsOn<Meeting>('/api/meetings')

export type MechanismWords = Omit<Mechanism, 'id' | 'version'>
export const useSaveMechanism = () =>
  useWrite(
    ({ id, version, words }: { id?: string; version?: number; words: MechanismWords }) =>
      id
        ? http.put<Mechanism>(`/api/mechanisms/${id}`, words, version)
        : http.post<Mechanism>('/api/mechanisms', words),
    { done: '机制已保存', refresh: [keys.mechanisms], showsProblem: true },
  )

export type MeetingWords = {
  mechanismId: string
  title: string
  kind: Meeting['kind']
  form?: Meeting['form']
  cause?: string
  startsAt: string
  place: string
  guests?: string[]
}
export const useConvene = () =>
  useWrite((words: MeetingWords) => http.post<Meeting>('/api/meetings', words), {
    done: '会议已召集，通知已发出',
    refresh,
    showsProblem: true,
  })
export const useConsent = () => useWrite(act<object>('consent'), { done: '已同意召开', refresh })
export const useProposeTopic = () =>
  useWrite(act<{ topic: string; unitId?: string }>('agenda-items'), { done: '议题已提出，待召集人同意', refresh })
export const useConsentTopic = () =>
  useWrite(
    ({ id, version, itemId }: Target & { itemId: string }) =>
      http.post<Meeting>(`/api/meetings/${id}/agenda-items/${itemId}/consent`, {}, version),
    { done: '已同意列入议程', refresh },
  )
export const useReply = () =>
  useWrite(act<{ reply: 'ATTEND' | 'DEPUTY' | 'ABSENT'; deputyName?: string; reason?: string }>('reply'), {
    done: '回执已提交',
    refresh,
  })
export const useTakeAttendance = () =>
  useWrite(act<{ present: string[] }>('attendance'), { done: '签到已登记', refresh })
export type MinutesWords = {
  text: string
  documentNumber?: string | null
  resolutions: { text: string; leadUnitIds: string[]; cooperatingUnitIds: string[]; dueOn?: string | null }[]
  recipientUnitIds?: string[]
}
export const useSaveMinutes = () =>
  useWrite(
    ({ id, version, words }: Target & { words: MinutesWords }) =>
      http.put<Meeting>(`/api/meetings/${id}/minutes`, words, version),
    { refresh, showsProblem: true },
  )
export const useIssueMinutes = () =>
  useWrite(act<object>('minutes/issue'), {
    done: '纪要已印发，议定事项已交办',
    refresh: [keys.meetings, keys.tasks, keys.plans, keys.counts],
    showsProblem: true,
  })
export const useConfirmReceipt = () => useWrite(act<object>('receipt'), { done: '已确认收到纪要', refresh })
export const useCancelMeeting = () => useWrite(act<{ reason: string }>('cancellation'), { done: '会议已取消', refresh })
