import { useQuery } from '@tanstack/react-query'
import type { FieldHistory } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'

export const useFieldHistory = (id: string) =>
  useQuery({
    queryKey: [...keys.tasks, id, 'fields'],
    queryFn: async () => (await http.get<{ items: FieldHistory[] }>(`/api/tasks/${id}/fields`)).items,
  })
