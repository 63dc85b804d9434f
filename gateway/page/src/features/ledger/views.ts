import { changed, filterOf } from '@/features/ledger/filters'
import type { TaskFilter } from '@/lib/requests/tasks'
import type { Grouping, ViewWords } from '@/lib/requests/views'

type Search = Record<string, string | undefined>

export const groupingWords: Record<Grouping, string> = {
  unit: '按牵头单位',
  source: '按来源',
  light: '按亮灯',
  state: '按状态',
  kind: '按类型',
}

/** How the address says that the ledger is grouped. */
export const groupingOf = ({ group }: Search): Grouping | undefined =>
  group && group in groupingWords ? (group as Grouping) : undefined

/** Where a unit or part is asked for, the groups of lead units would count other tasks than their rows show. */
export const groupable = (by: Grouping, filter: TaskFilter) => by !== 'unit' || (!filter.unit && !filter.part)

/** The filter that lists a group's tasks; null for tasks that no filter names. */
export function ofGroup(by: Grouping, key: string | null, filter: TaskFilter): TaskFilter | null {
  if (key === null) return null
  switch (by) {
    case 'unit':
      return { ...filter, unit: key, part: 'LEAD' }
    case 'source':
      return { ...filter, plan: key }
    case 'light':
      return { ...filter, light: key }
    case 'state':
      return { ...filter, state: key }
    case 'kind':
      return { ...filter, kind: key }
  }
}

/** The columns that an address names; none where it leaves them to whoever reads it. */
export const columnsOf = ({ columns }: Search): string[] | undefined => {
  const named = columns?.split(',').filter(Boolean)
  return named && named.length > 0 ? named : undefined
}

/** The whole address of a view: filter, columns and grouping. */
export const addressOf = (view: Pick<ViewWords, 'filter' | 'columns' | 'grouping'>): Record<string, string> => ({
  ...changed(view.filter, {}),
  ...(view.columns.length > 0 && { columns: view.columns.join(',') }),
  ...(view.grouping && { group: view.grouping }),
})

/** What is kept of the ledger as it is shown. */
export const shownAs = (search: Search, columns: string[]): Pick<ViewWords, 'filter' | 'columns' | 'grouping'> => ({
  filter: { ...filterOf(search) } as Record<string, string>,
  columns,
  grouping: groupingOf(search) ?? null,
})

/** The address after a change of the filter: columns and grouping stay. */
export const kept = (search: Search): Record<string, string> => ({
  ...(search.columns && { columns: search.columns }),
  ...(search.group && { group: search.group }),
})
