import type { Overview } from '@/lib/api/types'
import { givenStates } from '@/lib/words'

/** What the dashboard is narrowed to; the addresses of the rows behind its numbers are narrowed alike. */
export type Within = { plan?: string; unit?: string; county?: string }

export const withinOf = ({ planId, unit, countyId }: Pick<Overview, 'planId' | 'unit' | 'countyId'>): Within => ({
  ...(planId && { plan: planId }),
  ...(unit && { unit: unit.id }),
  ...(countyId && { county: countyId }),
})

/** The ledger's rows that a number of tasks counts: of a unit or a county those that it leads. */
export const ledgerOf = ({ plan, unit, county }: Within): Record<string, string> => ({
  ...(plan && { plan }),
  ...(unit ? { unit, part: 'LEAD' } : county && { county, part: 'LEAD' }),
  state: givenStates.join(','),
})

/** The reports of a month. */
export const reportsOf = ({ plan, unit, county }: Within, period: string): Record<string, string> => ({
  ...(plan && { plan }),
  ...(unit && { unit }),
  ...(county && { county }),
  period,
})
