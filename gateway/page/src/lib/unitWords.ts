import { useCallback } from 'react'
import { useMaybeMe } from '@/lib/requests/me'

type Named = {
  shortName: string
  name?: string
  countyId?: string | null
  county?: { id: string } | null
}

/**
 * A unit as one reader tells it apart: every county has its 县教育局, so only a reader of that county sees the short name.
 *
 * @param county the reader's own, none for the city's staff
 */
export function unitWords(unit: Named, county: string | null | undefined): string {
  const home = unit.countyId ?? unit.county?.id
  return home && home !== county && unit.name ? unit.name : unit.shortName
}

export function useUnitWords() {
  const county = useMaybeMe().data?.unit?.countyId
  return useCallback((unit: Named) => unitWords(unit, county), [county])
}
