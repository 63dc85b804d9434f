import { expect, test } from 'vitest'
import { changed, filterOf, many } from '@/features/ledger/filters'
import { parseSearch, stringifySearch } from '@/lib/address'

test('the address and the filter say the same words', () => {
  const address = '?light=RED%2CYELLOW&q=%E4%B8%AD%E5%8C%BB&due-before=2026-12-31'
  const filter = filterOf(parseSearch(address))
  expect(filter).toEqual({ light: 'RED,YELLOW', q: '中医', 'due-before': '2026-12-31' })
  expect(filterOf(parseSearch(stringifySearch(filter)))).toEqual(filter)
})

test('numbers and words like true stay words', () => {
  expect(filterOf(parseSearch('?q=2026'))).toEqual({ q: '2026' })
  expect(stringifySearch({ q: '2026' })).toBe('?q=2026')
})

test('words the ledger does not know are left out', () => {
  expect(filterOf({ colour: 'red', q: ' ' })).toEqual({})
})

test('a change keeps the rest, and what is emptied leaves the address', () => {
  const search = { light: 'RED', q: '医保', plan: 'p1' }
  expect(changed(search, { light: ['RED', 'BLUE'] })).toEqual({ light: 'RED,BLUE', q: '医保', plan: 'p1' })
  expect(changed(search, { light: [], q: undefined })).toEqual({ plan: 'p1' })
})

test('several values are told apart by commas', () => {
  expect(many('RED,,BLUE')).toEqual(['RED', 'BLUE'])
  expect(many(undefined)).toEqual([])
})
