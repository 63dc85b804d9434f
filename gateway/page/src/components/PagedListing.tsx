import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Listing, type ListingProps } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import type { List } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'

/** A listing that goes on as far as one scrolls. */
export function PagedListing<T extends object>({
  query,
  ...listing
}: Omit<ListingProps<T>, 'items' | 'loading'> & { query: UseInfiniteQueryResult<InfiniteData<List<T>>> }) {
  return (
    <Loading query={query}>
      {(found) => {
        const rows = itemsOf(found)
        return (
          <>
            <Listing<T> items={rows} {...listing} />
            <More
              has={query.hasNextPage}
              loading={query.isFetchingNextPage}
              load={query.fetchNextPage}
              shown={rows.length}
            />
          </>
        )
      }}
    </Loading>
  )
}
