import { useMutation, useQuery } from '@tanstack/react-query'
import type { components } from '@/lib/api/generated/task'
import type { FeedbackForm, FeedbackReceipt, FeedbackStatus } from '@/lib/api/types'
import { http } from '@/lib/http'

type Documented = components['schemas']
export type FeedbackFiling = Documented['FeedbackFiling']

/** Asked for once: a form asked for again would bring another challenge, and the work for it would be lost. */
export const useFeedbackForm = () =>
  useQuery({
    queryKey: ['feedback', 'form'],
    queryFn: () => http.get<FeedbackForm>('/api/feedback/form'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const useFile = () =>
  useMutation({ mutationFn: (filing: FeedbackFiling) => http.post<FeedbackReceipt>('/api/feedback', filing) })

export const useLook = () =>
  useMutation({ mutationFn: (code: string) => http.post<FeedbackStatus>('/api/feedback/query', { code }) })

export const useRate = () =>
  useMutation({
    mutationFn: (rating: Documented['FeedbackRating']) => http.post<FeedbackStatus>('/api/feedback/rating', rating),
  })
