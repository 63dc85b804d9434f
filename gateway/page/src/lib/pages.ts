import { type InfiniteData, infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'
import type { List } from '@/lib/api/types'
import { http } from '@/lib/http'

type Filter = Record<string, string | undefined>

/** A list that comes page by page; the filter has the API's names and is part of the key. */
export const pagesOf = <T>(key: QueryKey, path: string, filter: Filter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...key, 'list', filter, limit],
    queryFn: ({ pageParam }) => http.get<List<T>>(path, { ...filter, limit, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** A list asked for to its end, for what is chosen from as a whole: plans, units, the tasks of one plan. */
export async function wholeOf<T>(path: string, filter: Filter = {}): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page: List<T> = await http.get<List<T>>(path, { ...filter, limit: 200, cursor })
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor && items.length < 5000)
  return items
}

/** What has come so far, page after page; nothing while nothing has. */
export const itemsOf = <T>(list: InfiniteData<List<T>> | undefined): T[] =>
  list?.pages.flatMap((page) => page.items) ?? []
