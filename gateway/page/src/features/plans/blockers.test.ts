import { expect, test } from 'vitest'
import { blockersOf } from '@/features/plans/blockers'
import { correctionOf } from '@/features/plans/TaskEditor'
import { aFinding, aReading, aTask } from '../../../test/fixtures'

const unknown = { name: '县外事办', state: 'UNKNOWN' as const, unit: null, candidates: [], occurrences: 1 }

test('an open finding that needs a person and an unknown unit stop the adoption', () => {
  const reading = aReading({ tasks: [aTask({ leads: ['县外事办'] })], findings: [aFinding()], units: [unknown] })
  expect(blockersOf(reading)).toMatchObject({ findings: [{ id: 'f1' }], units: [{ name: '县外事办' }], kept: 1 })
})

test('a task that is left out stops nothing, neither by its finding nor by its unit', () => {
  const reading = aReading({
    tasks: [aTask({ leads: ['县外事办'], decision: 'SKIP' })],
    findings: [aFinding()],
    units: [unknown],
  })
  expect(blockersOf(reading)).toEqual({ findings: [], units: [], kept: 0 })
})

test('remarks that need nobody, and settled ones, stop nothing', () => {
  const findings = [aFinding({ needsPerson: false }), aFinding({ id: 'f2', state: 'RESOLVED' })]
  expect(blockersOf(aReading({ tasks: [aTask()], findings })).findings).toEqual([])
})

test('a correction says only what was changed', () => {
  const task = aTask({ wildcards: ['各相关部门'] })
  const words = { ...task, dueOn: null, wildcards: [], leads: ['县卫生健康局', '县财政局'] }
  expect(correctionOf(task, words)).toEqual({ wildcards: [], leads: ['县卫生健康局', '县财政局'] })
  expect(correctionOf(task, { ...task, dueOn: null })).toEqual({})
})
