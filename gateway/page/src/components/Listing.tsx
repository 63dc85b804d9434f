import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { Blank } from '@/components/Blank'
import { useNarrow } from '@/components/useNarrow'

export type ListingProps<T> = Omit<TableProps<T>, 'dataSource' | 'size' | 'loading' | 'rowKey'> & {
  items: readonly T[]
  idOf: (item: T) => string | number
  /** What a phone shows of one, its own element with the class `card`. */
  card: (item: T) => ReactNode
  /** Said when there is nothing; while `loading`, nothing is said yet. */
  empty: { title: string; note?: ReactNode }
  loading?: boolean
}

/** The same list as a table, and as cards where the screen is a phone's. */
export function Listing<T extends object>({ items, idOf, card, empty, loading = false, ...table }: ListingProps<T>) {
  const narrow = useNarrow()
  if (items.length === 0 && !loading) return <Blank {...empty} />
  if (narrow) return <div className="cards">{items.map(card)}</div>
  return (
    <Table<T>
      size="small"
      rowKey={idOf}
      dataSource={items}
      loading={loading}
      pagination={false}
      locale={{ emptyText: <div style={{ height: 120 }} /> }}
      {...table}
    />
  )
}
