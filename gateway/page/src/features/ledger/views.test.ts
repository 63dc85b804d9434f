import { expect, test } from 'vitest'
import { addressOf, columnsOf, groupable, groupingOf, kept, ofGroup, shownAs } from '@/features/ledger/views'

test('a view is an address, and comes back as what was shown', () => {
  const search = { light: 'RED', q: '医保', columns: 'light,title', group: 'source' }
  const view = shownAs(search, columnsOf(search)!)
  expect(view).toEqual({ filter: { light: 'RED', q: '医保' }, columns: ['light', 'title'], grouping: 'source' })
  expect(addressOf(view)).toEqual(search)
})

test('an address without columns leaves them to the reader', () => {
  expect(columnsOf({})).toBeUndefined()
  expect(columnsOf({ columns: ',' })).toBeUndefined()
  expect(addressOf({ filter: {}, columns: [], grouping: null })).toEqual({})
})

test('a grouping the ledger does not know is none', () => {
  expect(groupingOf({ group: 'unit' })).toBe('unit')
  expect(groupingOf({ group: 'colour' })).toBeUndefined()
  expect(kept({ q: 'x', group: 'unit' })).toEqual({ group: 'unit' })
})

test('each group is listed by a filter of its own', () => {
  expect(ofGroup('unit', 'u1', { q: '医保' })).toEqual({ q: '医保', unit: 'u1', part: 'LEAD' })
  expect(ofGroup('light', 'RED', { light: 'RED,BLUE' })).toEqual({ light: 'RED' })
  expect(ofGroup('unit', null, {})).toBeNull()
  expect(groupable('unit', { unit: 'u1' })).toBe(false)
  expect(groupable('light', { unit: 'u1' })).toBe(true)
})
