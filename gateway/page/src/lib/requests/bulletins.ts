import { useQuery } from '@tanstack/react-query'
import type { Bulletin, BulletinTexts } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { useWrite } from '@/lib/write'

export const useBulletin = (round: string) =>
  useQuery({
    queryKey: [...keys.bulletins, round],
    queryFn: () => http.get<Bulletin>(`/api/rounds/${round}/bulletin`),
  })

type Target = { round: string; version: number }

export const useWriteBulletin = () =>
  useWrite(
    ({ round, version, texts }: Target & { texts: BulletinTexts }) =>
      http.put<Bulletin>(`/api/rounds/${round}/bulletin`, texts, version),
    { done: '已保存', refresh: [keys.bulletins] },
  )
export const useIssueBulletin = () =>
  useWrite(
    ({ round, version, mark }: Target & { mark: string }) =>
      http.post<Bulletin>(`/api/rounds/${round}/bulletin/issue`, { mark }, version),
    { done: (bulletin) => `已印发：${bulletin.number ?? ''}`, refresh: [keys.bulletins] },
  )
