import { expect, test } from 'vitest'
import { pieces } from '@/features/search/found'
import { searchable } from '@/lib/requests/search'

test('a snippet falls into what stands before, what was found and what follows', () => {
  expect(pieces({ text: '…落实鼠疫防控', from: 3, to: 5 })).toEqual({ before: '…落实', found: '鼠疫', after: '防控' })
  expect(pieces({ text: '建立制度', from: 0, to: 0 })).toEqual({ before: '', found: '', after: '建立制度' })
})

test('two characters are worth sending, blanks and halves of rare ones are none', () => {
  expect(searchable('中医')).toBe(true)
  expect(searchable(' 中 ')).toBe(false)
  expect(searchable('𠮷')).toBe(false)
})
