import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Comment, Watch } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

// Below the task's key, so that what is told of the task refreshes them too.
const commentsKey = (task: string) => [...keys.tasks, task, 'comments']
const watchKey = (task: string) => [...keys.tasks, task, 'watch']

export const useComments = (task: string) =>
  useInfiniteQuery(pagesOf<Comment>(commentsKey(task), `/api/tasks/${task}/comments`, {}, 20))

export type CommentWords = { text: string; reportId?: string; units: string[]; supervisors: boolean }

export const useWriteComment = (task: string) =>
  useWrite((words: CommentWords) => http.post<Comment>(`/api/tasks/${task}/comments`, words), {
    done: '已发出',
    refresh: [commentsKey(task)],
    showsProblem: true,
  })

export const useWithdrawComment = (task: string) =>
  useWrite((id: string) => http.post<Comment>(`/api/comments/${id}/withdrawal`, {}), {
    done: '已撤回',
    refresh: [commentsKey(task)],
  })

export const useWatch = (task: string) =>
  useQuery({ queryKey: watchKey(task), queryFn: () => http.get<Watch>(`/api/tasks/${task}/watch`) })

export const useSetWatch = (task: string) =>
  useWrite(
    async (watch: boolean): Promise<boolean> => {
      if (watch) await http.put<Watch>(`/api/tasks/${task}/watch`, {})
      else await http.delete<void>(`/api/tasks/${task}/watch`)
      return watch
    },
    {
      done: (watching) => (watching ? '已关注，有新的沟通记录或状态变化时提醒您' : '已取消关注'),
      refresh: [keys.tasks],
    },
  )
