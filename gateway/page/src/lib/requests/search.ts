import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { List, SearchHit } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'

export type SearchKind = SearchHit['kind']

/** Words that are worth sending: two characters, blanks not counted. */
export const searchable = (words: string) => [...words.replace(/\s+/g, '')].length >= 2

export const useSearch = (q: string, kind: SearchKind) =>
  useInfiniteQuery({ ...pagesOf<SearchHit>(keys.search, '/api/search', { q, kind }, 20), enabled: searchable(q) })

/** The first few of a kind, for a glance. */
export const useGlance = (q: string, kind: SearchKind) =>
  useQuery({
    queryKey: [...keys.search, 'glance', kind, q],
    queryFn: () => http.get<List<SearchHit>>('/api/search', { q, kind, limit: 5 }),
    enabled: searchable(q),
  })
