import { expect, test } from 'vitest'
import { ledgerOf, reportsOf, withinOf } from '@/features/dashboard/rows'

const state = 'ASSIGNED,ACKNOWLEDGED,IN_PROGRESS,COMPLETION_SUBMITTED,SUSPENDED,CLOSED'
const unit = { id: 'u', name: '市卫生健康委', shortName: '市卫健委', countyId: null, countyName: null }

test('numbers lead to rows that are narrowed like the dashboard', () => {
  const within = withinOf({ planId: 'p', unit, countyId: null })
  expect(within).toEqual({ plan: 'p', unit: 'u' })
  expect(ledgerOf(within)).toEqual({ plan: 'p', unit: 'u', part: 'LEAD', state })
  expect(reportsOf(within, '2026-11')).toEqual({ plan: 'p', unit: 'u', period: '2026-11' })
})

test('a county is the place of the unit where both are named', () => {
  expect(ledgerOf({ county: 'c' })).toEqual({ county: 'c', part: 'LEAD', state })
  expect(ledgerOf({ county: 'c', unit: 'u' })).toEqual({ unit: 'u', part: 'LEAD', state })
  expect(withinOf({ planId: null, unit: null, countyId: null })).toEqual({})
})
