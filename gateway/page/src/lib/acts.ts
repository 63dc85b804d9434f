import { http } from '@/lib/http'

/** What somebody acts on, in the version that was on the screen. */
export type Target = { id: string; version: number }

/** Acts on the things under one root: `POST root/{id}/path` with the words of the act, answered by the thing as it is now. */
export const actsOn =
  <R>(root: string) =>
  <V extends object>(path: string) =>
  ({ id, version, ...words }: Target & V) =>
    http.post<R>(`${root}/${id}/${path}`, words, version)
