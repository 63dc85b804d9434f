import { useQuery } from '@tanstack/react-query'
import type { LedgerView, List, TaskGroup } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import type { TaskFilter } from '@/lib/requests/tasks'
import { useWrite } from '@/lib/write'

export type Grouping = 'unit' | 'source' | 'light' | 'state' | 'kind'
export type ViewWords = {
  name: string
  audience: LedgerView['audience']
  filter: Record<string, string>
  columns: string[]
  grouping: string | null
}

export const useTaskGroups = (by: Grouping, filter: TaskFilter) =>
  useQuery({
    queryKey: [...keys.tasks, 'groups', by, filter],
    queryFn: async () =>
      (await http.get<{ items: TaskGroup[] }>('/api/tasks/groups', { ...filter, by: by.toUpperCase() })).items,
  })

export const useViews = () =>
  useQuery({
    queryKey: keys.views,
    queryFn: async () => (await http.get<List<LedgerView>>('/api/ledger-views')).items,
  })
export const useKeepView = () =>
  useWrite((words: ViewWords) => http.post<LedgerView>('/api/ledger-views', words), {
    done: ({ audience }) => (audience === 'OWNER' ? '视图已保存' : '视图已保存并共享'),
    refresh: [keys.views],
    showsProblem: true,
  })
export const useChangeView = () =>
  useWrite(
    ({ id, version, words }: { id: string; version: number; words: ViewWords }) =>
      http.put<LedgerView>(`/api/ledger-views/${id}`, words, version),
    { done: '视图已更新', refresh: [keys.views], showsProblem: true },
  )
export const useDropView = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) => http.delete<void>(`/api/ledger-views/${id}`, version),
    {
      done: '视图已删除',
      refresh: [keys.views],
    },
  )
