import { expect, test } from 'vitest'
import { readinessOf } from '@/features/plans/blockers'
import { correctionOf } from '@/features/plans/TaskEditor'
import { aFinding, aReading, aTask } from '../../../test/fixtures'

const unknown = {
  name: '县外事办',
  state: 'UNKNOWN' as const,
  unit: null,
  candidates: [],
  occurrences: 1,
  suggestions: [],
}

test('a doubt stops its own task and leaves the others ready', () => {
  const reading = aReading({
    tasks: [aTask(), aTask({ ordinal: 2, leads: ['县外事办'] }), aTask({ ordinal: 3 })],
    findings: [aFinding({ taskOrdinal: 1 })],
    units: [unknown],
  })
  expect(readinessOf(reading)).toMatchObject({ open: [1, 2, 3], ready: [3] })
})

test('a doubt about the whole document stops every task', () => {
  const reading = aReading({ tasks: [aTask(), aTask({ ordinal: 2 })], findings: [aFinding({ taskOrdinal: null })] })
  expect(readinessOf(reading)).toMatchObject({ ready: [], whole: [{ id: 'f1' }] })
})

test('a task that is left out, or in the ledger already, neither waits nor stops anything', () => {
  const reading = aReading({
    tasks: [
      aTask({ leads: ['县外事办'], decision: 'SKIP' }),
      aTask({ ordinal: 2, taskId: 't2' }),
      aTask({ ordinal: 3 }),
    ],
    findings: [aFinding({ taskOrdinal: 1 }), aFinding({ id: 'f2', taskOrdinal: 2 })],
    units: [unknown],
  })
  expect(readinessOf(reading)).toEqual({ open: [3], ready: [3], blockers: [], whole: [] })
})

test('a task without a lead is not ready, whatever else is settled', () => {
  expect(readinessOf(aReading({ tasks: [aTask({ leads: [] })] }))).toMatchObject({ open: [1], ready: [] })
})

test('remarks that need nobody, and settled ones, stop nothing', () => {
  const findings = [aFinding({ needsPerson: false }), aFinding({ id: 'f2', state: 'RESOLVED' })]
  expect(readinessOf(aReading({ tasks: [aTask()], findings })).blockers).toEqual([])
})

test('a correction says only what was changed', () => {
  const task = aTask({ wildcards: ['各相关部门'] })
  const words = { ...task, dueOn: null, wildcards: [], leads: ['县卫生健康局', '县财政局'] }
  expect(correctionOf(task, words)).toEqual({ wildcards: [], leads: ['县卫生健康局', '县财政局'] })
  expect(correctionOf(task, { ...task, dueOn: null })).toEqual({})
})
