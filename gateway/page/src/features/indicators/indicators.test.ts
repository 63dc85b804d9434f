import { expect, test } from 'vitest'
import { enterable, entryDoubt, entryMistake, gridOf } from '@/features/indicators/grid'
import { sparkOf } from '@/features/indicators/line'
import { coursePicture, courseWords } from '@/features/indicators/pictures'
import { periodWords, shortPeriod } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { anIndicator } from '../../../test/mock/indicators'

const tracked = anIndicator as unknown as TrackedIndicator

test('a period is said as officials do', () => {
  expect(['2026-11', '2026-Q4', '2026'].map(periodWords)).toEqual(['2026年11月', '2026年第4季度', '2026年'])
  expect(['2026-11', '2026-Q4', '2026'].map(shortPeriod)).toEqual(['26.11', '26Q4', '2026'])
})

test('a small line and its target share one scale', () => {
  const { line, goals, last } = sparkOf(
    [{ value: 0 }, { value: 50 }, { value: 100 }],
    { value: 75, upper: null },
    108,
    28,
  )
  expect(line).toBe('4,24 54,14 104,4')
  expect(goals).toEqual([9])
  expect(last).toEqual({ x: 104, y: 4 })
})

test('one point, and values that are all the same, are drawn all the same', () => {
  const { line } = sparkOf([{ value: 5 }], { value: 5, upper: null }, 108, 28)
  expect(line).not.toContain('NaN')
})

test('a unit that said nothing for a period has an empty cell of its own', () => {
  const grid = gridOf(tracked)
  expect(grid).toHaveLength(tracked.measuring.length)
  const first = grid[0]!
  expect(Object.keys(first.cells)).toEqual(tracked.periods.map(({ period }) => period))
  expect(first.cells[tracked.periods[0]!.period]!.value).toBeUndefined()
  expect(first.cells[tracked.periods[1]!.period]!.value?.value).toBe(86.2)
})

test('last month can still be entered, and the months before it that nobody filled in', () => {
  const young: TrackedIndicator = { ...tracked, periods: [{ period: '2026-11', words: '2026年11月' }], values: [] }
  expect(enterable(young, '2026-11-03').slice(0, 3)).toEqual([
    { value: '2026-11', label: '2026年11月' },
    { value: '2026-10', label: '2026年10月' },
    { value: '2026-09', label: '2026年9月' },
  ])
  expect(enterable({ ...young, cycle: 'QUARTER', periods: [] }, '2026-02-03').map(({ value }) => value)).toContain(
    '2025-Q4',
  )
  expect(enterable({ ...young, cycle: 'YEAR', periods: [] }, '2026-02-03').map(({ label }) => label)).toEqual([
    '2026年',
    '2025年',
    '2024年',
    '2023年',
    '2022年',
  ])
  const long = { ...young, periods: [...young.periods, { period: '2023-05', words: '2023年5月' }] }
  expect(enterable(long, '2026-11-03').at(-1)).toEqual({ value: '2023-05', label: '2023年5月' })
})

test('the picture has a line for the whole, each county and the target', () => {
  const { series } = coursePicture(tracked)
  expect(series.map(({ name }) => name)).toEqual(['全部', '安平县', '临溪县', '目标'])
  expect(courseWords(tracked)).toContain('目标不低于90%')
})

test('a rate written as a share and a total that falls are asked about', () => {
  expect(entryDoubt(0.85, null, '%')).toContain('85%')
  expect(entryDoubt(120, null, '%')).toContain('核对')
  expect(entryDoubt(18, 20, '家')).toContain('低于此前的 20家')
  expect(entryDoubt(86, 85, '%')).toBeNull()
  expect(entryMistake(null)).toBe('请填写数值')
  expect(entryMistake(1.1234567)).toContain('小数')
  expect(entryMistake(85.5)).toBeNull()
})
