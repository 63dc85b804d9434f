import { expect, test } from 'vitest'
import { fieldName, valueWords } from '@/features/ledger/fields'

test('values are said as an official reads them', () => {
  expect(valueWords('state', 'CLOSED')).toBe('已销号')
  expect(valueWords('progress', '60')).toBe('60%')
  expect(valueWords('dueOn', null)).toBe('无')
  expect(valueWords('title', '建立制度')).toBe('建立制度')
  expect(fieldName('leads')).toBe('牵头单位')
})
