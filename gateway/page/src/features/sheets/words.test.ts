import { expect, test } from 'vitest'
import { adoptionWords, firstState, obstacleOf, outcomeWords, reassigned } from '@/features/sheets/words'
import { ledgerSheet } from '@/lib/requests/sheets'

const columns = [
  { index: 0, field: 'ORDINAL' as const },
  { index: 1, field: 'TITLE' as const },
  { index: 2, field: null },
]

test('a field moves from the column that had it', () => {
  expect(reassigned(columns, 2, 'TITLE')).toEqual([
    { index: 1, field: null },
    { index: 2, field: 'TITLE' },
  ])
  expect(reassigned(columns, 2, 'LEADS')).toEqual([{ index: 2, field: 'LEADS' }])
  expect(reassigned(columns, 1, null)).toEqual([{ index: 1, field: null }])
  expect(reassigned(columns, 1, 'TITLE')).toEqual([{ index: 1, field: 'TITLE' }])
})

test('what an adoption does is said without what it does not', () => {
  const nothing = { dryRun: false, created: 0, updated: 0, unchanged: 0, errors: 0, skipped: 2, plans: [] }
  expect(outcomeWords(nothing)).toBe('没有可导入的行。')
  expect(outcomeWords({ ...nothing, created: 3, errors: 1 })).toBe('新增3项，有问题1行，不导入。')
  expect(outcomeWords({ ...nothing, unchanged: 24 })).toBe('无变化24项。')
})

test('it is said beforehand what an import does, and where it does nothing', () => {
  const counts = { create: 3, update: 0, unchanged: 2, error: 1, skipped: 0, warnings: 0 }
  expect(adoptionWords(counts)).toBe('导入后新增3项，并通知有关单位；有问题的1行不导入。')
  expect(adoptionWords({ ...counts, update: 2, error: 0 })).toBe('导入后新增3项、更新2项，并通知有关单位。')
  expect(adoptionWords({ ...counts, create: 0, error: 0 })).toBe('表格与台账一致，导入不改动任何任务。')
})

test('a sheet that cannot be imported says why', () => {
  const counts = { create: 0, update: 0, unchanged: 0, error: 0, skipped: 0, warnings: 0 }
  const sheets = [{ index: 0, name: '台账', rows: 3 }]
  const column = { index: 0, letter: 'A', heading: '任务', field: 'TITLE' as const, samples: [], hidden: false }
  const found = { columns: [column], counts, headerRow: 1, sheets }
  expect(obstacleOf({ ...found, columns: [] })?.title).toBe('这张工作表是空的')
  expect(obstacleOf({ ...found, headerRow: null })?.title).toBe('没有找到表头')
  expect(obstacleOf({ ...found, counts: { ...counts, error: 12 } })?.title).toContain('各行都有问题')
  expect(obstacleOf(found)?.title).toBe('没有可导入的任务')
  expect(obstacleOf({ ...found, counts: { ...counts, unchanged: 3 } })).toBeNull()
})

test('rows that need somebody come first', () => {
  const counts = { create: 4, update: 0, unchanged: 9, error: 0, skipped: 1, warnings: 0 }
  expect(firstState({ ...counts, error: 2 })).toBe('ERROR')
  expect(firstState(counts)).toBe('CREATE')
  expect(firstState({ ...counts, create: 0 })).toBe('UNCHANGED')
})

test('the sheet is asked for with the filter and columns of the screen', () => {
  expect(ledgerSheet({ light: 'RED', q: '中医' }, ['title', 'leads'])).toBe(
    '/api/ledger.xlsx?light=RED&q=%E4%B8%AD%E5%8C%BB&columns=title%2Cleads',
  )
  expect(ledgerSheet({})).toBe('/api/ledger.xlsx')
})
