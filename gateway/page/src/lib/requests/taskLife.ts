import { useQuery } from '@tanstack/react-query'
import type { CountyWithoutShare, Indicator, Repeat, Task, TaskKind } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { refresh, type Target } from '@/lib/requests/tasks'
import { useWrite } from '@/lib/write'

/** What a task asks of whom, as a supervisor writes it. */
export type TaskWords = {
  title: string
  text: string
  dueOn: string | null
  kind: TaskKind
  repeats: Repeat | null
  leads: string[]
  cooperators: string[]
  indicators: Indicator[]
  number: string | null
  remark: string | null
}

export const useAddTask = () =>
  useWrite(
    (value: { planId: string | null; assign: boolean; task: TaskWords }) => http.post<Task>('/api/tasks', value),
    { done: (task) => (task.state === 'DRAFTED' ? '已存为草稿，单位暂不可见' : '任务已下达，单位将收到提醒'), refresh },
  )
export const useReviseTask = () =>
  useWrite(
    ({ id, version, ...body }: Target & { reason: string; task: TaskWords }) =>
      http.put<Task>(`/api/tasks/${id}`, body, version),
    { done: '已调整', refresh },
  )
export const useDecompose = () =>
  useWrite(
    ({ id, version, ...body }: Target & { weight: number; task: TaskWords }) =>
      http.post<Task>(`/api/tasks/${id}/subtasks`, body, version),
    { done: '已分解下达，承担单位将收到提醒', refresh, showsProblem: true },
  )
/** The counties to which a city's task can still be given. */
export const useCountiesWithoutShare = (task: string) =>
  useQuery({
    queryKey: [...keys.tasks, task, 'cascade'],
    queryFn: async () => (await http.get<{ items: CountyWithoutShare[] }>(`/api/tasks/${task}/cascade`)).items,
  })
export const useCascade = () =>
  useWrite(
    ({
      id,
      version,
      ...body
    }: Target & { counties: { county: string; unit: string | null }[]; under: string | null; dueOn: string | null }) =>
      http.post<Task>(`/api/tasks/${id}/cascade`, body, version),
    { done: '已分解到县区，承办单位将收到提醒', refresh: [...refresh, keys.countyWork], showsProblem: true },
  )
export const useAssign = () =>
  useWrite(({ id, version }: Target) => http.post<Task>(`/api/tasks/${id}/assignment`, {}, version), {
    done: '任务已下达，单位将收到提醒',
    refresh,
  })
export const useDiscard = () =>
  useWrite(({ id, version }: Target) => http.delete<void>(`/api/tasks/${id}`, version), {
    done: '草稿已删除',
    refresh,
  })
export type MilestoneWords = { name: string; dueOn: string; percent: number }
export const useMilestones = (by: 'milestones' | 'milestone-proposal') =>
  useWrite(
    ({ id, version, milestones }: Target & { milestones: MilestoneWords[] }) =>
      http.put<Task>(`/api/tasks/${id}/${by}`, { milestones }, version),
    { done: by === 'milestones' ? '时间节点已设定' : '已拟定，等待督导人员确认', refresh },
  )

export const useSuspend = () =>
  useWrite(
    ({ id, version, ...body }: Target & { reason: string; resumesOn: string | null }) =>
      http.post<Task>(`/api/tasks/${id}/suspension`, body, version),
    { done: '已暂缓，单位将收到提醒', refresh },
  )
export const useResume = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<Task>(`/api/tasks/${id}/resumption`, { reason }, version),
    { done: '已恢复办理', refresh },
  )
export const useReopen = () =>
  useWrite(
    ({ id, version, reason }: Target & { reason: string }) =>
      http.post<Task>(`/api/tasks/${id}/reopening`, { reason }, version),
    { done: '已重新办理', refresh },
  )
export const useRequestExtension = () =>
  useWrite(
    ({ id, version, ...body }: Target & { wantedDay: string; reason: string }) =>
      http.post<Task>(`/api/tasks/${id}/extension-requests`, body, version),
    { done: '延期申请已提交，等待审核', refresh },
  )
export const useWithdrawExtension = () =>
  useWrite(
    ({ id, version, request }: Target & { request: string }) =>
      http.post<Task>(`/api/tasks/${id}/extension-requests/${request}/withdrawal`, {}, version),
    { done: '延期申请已撤回', refresh },
  )
export const useDecideExtension = () =>
  useWrite(
    ({
      id,
      version,
      request,
      ...body
    }: Target & { request: string; granted: boolean; day: string | null; opinion: string | null }) =>
      http.post<Task>(`/api/tasks/${id}/extension-requests/${request}/decision`, body, version),
    { done: '延期申请已审核，单位将收到提醒', refresh },
  )
