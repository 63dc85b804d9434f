import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Alert } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useAlerts = (state: 'unread' | 'all', limit = 30) =>
  useInfiniteQuery(pagesOf<Alert>(keys.alerts, '/api/alerts', { state }, limit))
export const useUnread = () =>
  useQuery({
    queryKey: [...keys.alerts, 'count'],
    queryFn: async () => (await http.get<{ unread: number }>('/api/alerts/count')).unread,
  })
export const useReadAlert = () =>
  useWrite((id: string) => http.post<void>(`/api/alerts/${id}/read`), { refresh: [keys.alerts] })
export const useReadAllAlerts = () =>
  useWrite(() => http.post<void>('/api/alerts/read'), { done: '已全部标为已读', refresh: [keys.alerts] })
