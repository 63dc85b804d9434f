import { expect, test } from 'vitest'
import { cellOf, cellWords, closedWords, lightsWords } from '@/features/counties/cellWords'
import type { CountyCell, CountyLine, CountyStanding } from '@/lib/api/types'

const cell = (county: string, more: Partial<CountyCell> = {}): CountyCell => ({
  county,
  taskId: `task of ${county}`,
  direct: false,
  state: 'IN_PROGRESS',
  light: 'YELLOW',
  lightReason: '距到期还有5天',
  progress: 40,
  pieces: 0,
  closedPieces: 0,
  ...more,
})
const line: CountyLine = {
  taskId: null,
  state: null,
  light: null,
  lightReason: null,
  progress: null,
  dueOn: null,
  ordinal: 1,
  title: '建成县域中医药中心',
  cells: [cell('river', { state: 'CLOSED' }), cell('cloud', { pieces: 3, closedPieces: 1 })],
}

test('a county without a share has no cell', () => {
  expect(cellOf(line, 'cloud')?.pieces).toBe(3)
  expect(cellOf(line, 'hill')).toBeUndefined()
})

test('a cell says in words what its colour says', () => {
  expect(cellWords(cell('river'))).toBe('预警，推进中，进度 40%，距到期还有5天')
  expect(cellWords(cell('cloud', { pieces: 3, closedPieces: 1, direct: true }))).toContain(
    '已分解 3 项，已销号 1 项，由本县区单位直接牵头',
  )
})

test('a county tells its lights, the worst first, and leaves out those that are not on', () => {
  const standing: CountyStanding = {
    county: 'river',
    name: '临江县',
    office: null,
    tasks: 3,
    closed: 1,
    progress: 50,
    lights: { GREEN: 2, RED: 1, BLUE: 0 },
  }
  expect(lightsWords(standing)).toBe('逾期 1，正常 2')
})

test('a line counts the counties that have closed it', () => {
  expect(closedWords(line)).toBe('2 个县区承担，1 个已销号')
})
