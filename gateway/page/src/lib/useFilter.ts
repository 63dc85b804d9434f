import { useNavigate, useSearch } from '@tanstack/react-router'

export type FilterWords = Record<string, string | undefined>

/** The filter that stands in the address, and how to change some of it; what is emptied leaves the address. */
export function useFilter(
  to:
    | '/complaints'
    | '/counties'
    | '/hand-ins'
    | '/hand-ins/yearly'
    | '/notices'
    | '/rectifications'
    | '/reports'
    | '/rounds'
    | '/dashboard'
    | '/assessments'
    | '/assessments/appeals',
) {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as FilterWords
  const set = (change: FilterWords) => {
    const kept = Object.entries({ ...search, ...change }).filter(([, value]) => value)
    return navigate({ to, search: Object.fromEntries(kept) as Record<string, string> })
  }
  return { search, set }
}
