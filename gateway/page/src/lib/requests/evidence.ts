import { useQuery } from '@tanstack/react-query'
import type { EvidenceFile, EvidenceLimits, EvidenceText } from '@/lib/api/types'
import { contentOf } from '@/lib/evidence'
import { http, Problem, problemOf } from '@/lib/http'
import { keys } from '@/lib/keys'

export const useEvidenceLimits = () =>
  useQuery({
    queryKey: [...keys.evidence, 'limits'],
    queryFn: () => http.get<EvidenceLimits>('/api/evidence/limits'),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** @param watch told how much of it has been sent, 0 to 100 */
export function uploadEvidence(file: File, watch: (percent: number) => void): Promise<EvidenceFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return http.uploadWatched<EvidenceFile>('/api/evidence', form, watch)
}

export const useEvidenceText = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.evidence, id, 'text'],
    queryFn: () => http.get<EvidenceText>(`/api/evidence/${id}/text`),
    enabled,
    retry: false,
  })

/** What it holds, for a look at it. */
export const useEvidenceContent = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.evidence, id, 'content'],
    queryFn: async () => {
      const response = await fetch(contentOf(id), { credentials: 'same-origin' }).catch(() => {
        throw new Problem(0, '网络不通，请检查连接后重试')
      })
      if (!response.ok) throw await problemOf(response)
      return response.blob()
    },
    enabled,
    retry: false,
    gcTime: 0,
  })
