import type { TaskFilter } from '@/lib/requests/tasks'

const names = [
  'plan',
  'unit',
  'county',
  'light',
  'state',
  'kind',
  'part',
  'due-from',
  'due-before',
  'to-acknowledge',
  'extension-asked',
  'still',
  'watched',
  'own-plans',
  'shares',
  'q',
] as const

/** The filter that an address stands for: the same names as the API's, unknown words left out. */
export function filterOf(search: Record<string, string | undefined>): TaskFilter {
  const filter: TaskFilter = {}
  for (const name of names) {
    const value = search[name]?.trim()
    if (value) filter[name] = value
  }
  return filter
}

/** The address after one change; what is emptied leaves the address. */
export function changed(
  search: Record<string, string | undefined>,
  change: Partial<Record<(typeof names)[number], string | string[] | null | undefined>>,
): Record<string, string> {
  const next: Record<string, string> = {}
  for (const name of names) {
    const value = name in change ? change[name] : search[name]
    const words = Array.isArray(value) ? value.join(',') : value?.trim()
    if (words) next[name] = words
  }
  return next
}

export const many = (words: string | undefined): string[] => (words ? words.split(',').filter(Boolean) : [])

export const filtered = (search: Record<string, string | undefined>) => Object.keys(filterOf(search)).length
