import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ProblemView } from '@/components/ProblemView'

/** What a query has to show: bones, a problem that can be tried again, or the thing itself. */
export function Loading<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error'> & { refetch: () => unknown }
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemView reason={query.error} retry={() => query.refetch()} />
  return <Skeleton active paragraph={{ rows: 6 }} style={{ padding: 20, background: '#fff', borderRadius: 8 }} />
}
