import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { List, Mechanism, Meeting } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

export const useMeetings = (mechanism?: string) =>
  useInfiniteQuery({
    queryKey: [...keys.meetings, 'list', mechanism],
    queryFn: ({ pageParam }) =>
      http.get<List<Meeting>>('/api/meetings', { mechanism, limit: 30, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const useMeeting = (id: string) =>
  useQuery({ queryKey: [...keys.meetings, id], queryFn: () => http.get<Meeting>(`/api/meetings/${id}`) })
export const useMechanisms = () =>
  useQuery({
    queryKey: keys.mechanisms,
    queryFn: async () => (await http.get<List<Mechanism>>('/api/mechanisms', { limit: 100 })).items,
  })

const refresh = [keys.meetings]
type Target = { id: string; version: number }

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
export const useConsent = () =>
  useWrite(({ id, version }: Target) => http.post<Meeting>(`/api/meetings/${id}/consent`, {}, version), {
    done: '已同意召开',
    refresh,
  })
export const useProposeTopic = () =>
  useWrite(
    ({ id, version, topic, unitId }: Target & { topic: string; unitId?: string }) =>
      http.post<Meeting>(`/api/meetings/${id}/agenda-items`, { topic, unitId }, version),
    { done: '议题已提出，待召集人同意', refresh },
  )
export const useConsentTopic = () =>
  useWrite(
    ({ id, version, itemId }: Target & { itemId: string }) =>
      http.post<Meeting>(`/api/meetings/${id}/agenda-items/${itemId}/consent`, {}, version),
    { done: '已同意列入议程', refresh },
  )
export const useReply = () =>
  useWrite(
    ({
      id,
      version,
      ...reply
    }: Target & { reply: 'ATTEND' | 'DEPUTY' | 'ABSENT'; deputyName?: string; reason?: string }) =>
      http.post<Meeting>(`/api/meetings/${id}/reply`, reply, version),
    { done: '回执已提交', refresh },
  )
export const useTakeAttendance = () =>
  useWrite(
    ({ id, version, present }: Target & { present: string[] }) =>
      http.post<Meeting>(`/api/meetings/${id}/attendance`, { present }, version),
    { done: '签到已登记', refresh },
  )
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
  useWrite(({ id, version }: Target) => http.post<Meeting>(`/api/meetings/${id}/minutes/issue`, {}, version), {
    done: '纪要已印发，议定事项已交办',
    refresh: [keys.meetings, keys.tasks, keys.plans, keys.counts],
    showsProblem: true,
  })
export const useConfirmReceipt = () =>
  useWrite(({ id, version }: Target) => http.post<Meeting>(`/api/meetings/${id}/receipt`, {}, version), {
    done: '已确认收到纪要',
    refresh,
  })
export const useCancelMeeting = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<Meeting>(`/api/meetings/${id}/cancellation`, { reason }, version),
    { done: '会议已取消', refresh },
  )
