import { expect, test, vi } from 'vitest'
import { addressed, addressees, mayComment, reportChoices, SUPERVISORS, wordsOf } from '@/features/ledger/comments'
import type { Role, Task, UnitRef } from '@/lib/api/types'

const unit = (id: string, shortName: string) => ({ id, shortName, name: shortName, countyId: null }) as UnitRef
const nameOf = (one: UnitRef) => one.shortName
const task = {
  parts: [
    { part: 'COOPERATING', unit: unit('b', '市财政局') },
    { part: 'LEAD', unit: unit('a', '市卫生健康委') },
  ],
  reports: [
    { id: 'r1', period: '2026-11', unit: unit('a', '市卫生健康委'), submittedAt: '2026-11-20T09:00:00+08:00' },
    { id: 'r2', period: '2026-12', unit: unit('a', '市卫生健康委'), submittedAt: null },
  ],
} as unknown as Task

test('the units of the task can be addressed, lead units first, and its supervisors', () => {
  expect(addressees(task, nameOf).map(({ label }) => label)).toEqual(['市卫生健康委', '市财政局', '督查人员'])
})

test('who gave the task as a piece is addressed too, once', () => {
  const piece = (giver: UnitRef) => ({ ...task, pieceOf: { givenBy: giver } }) as Task
  expect(addressees(piece(unit('c', '市教育局')), nameOf).map(({ value }) => value)).toEqual([
    'a',
    'b',
    'c',
    SUPERVISORS,
  ])
  expect(addressees(piece(unit('a', '市卫生健康委')), nameOf)).toHaveLength(3)
})

test('supervisors are sent apart from units, and a report only where there is one', () => {
  expect(wordsOf(' 请补充。 ', ['b', SUPERVISORS], undefined)).toEqual({
    text: '请补充。',
    units: ['b'],
    supervisors: true,
  })
  expect(wordsOf('请补充。', [], 'r1')).toEqual({ text: '请补充。', reportId: 'r1', units: [], supervisors: false })
})

test('whom a comment addresses is read in one line', () => {
  expect(addressed({ units: [unit('a', '市卫生健康委')], supervisors: true }, nameOf)).toBe('市卫生健康委、督查人员')
  expect(addressed({ units: [], supervisors: false }, nameOf)).toBe('')
})

test('only what was handed in is written about', () => {
  expect(reportChoices(task, nameOf)).toEqual([{ value: 'r1', label: expect.stringContaining('市卫生健康委') }])
})

test('who only keeps accounts reads along', () => {
  const me = (role: Role) => ({ has: vi.fn((...roles: Role[]) => roles.includes(role)) })
  expect(mayComment(me('ADMIN'))).toBe(false)
  expect(mayComment(me('CONVENER'))).toBe(true)
  expect(mayComment(me('LIAISON'))).toBe(true)
})
