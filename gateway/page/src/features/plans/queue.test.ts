import { expect, test } from 'vitest'
import { chosenStep, optionsOf, resolvedWildcard } from '@/features/plans/options'
import { isShortFor, nextAfter, progressOf, queueOf, reopened, stepFrom } from '@/features/plans/queue'
import type { ReadingUnit } from '@/lib/api/types'
import { aFinding, aReading, aTask } from '../../../test/fixtures'

const unit = (name: string, over: Partial<ReadingUnit> = {}): ReadingUnit => ({
  name,
  state: 'UNKNOWN',
  unit: null,
  candidates: [],
  occurrences: 1,
  suggestions: [],
  ...over,
})
const ref = (shortName: string) => ({ id: shortName, name: `清河${shortName}`, shortName })
const words = ({ shortName }: { shortName: string }) => shortName

const text = '（一）建馆。〔县卫健局、县财政局〕（二）宣传。〔县文旅局，各相关部门〕'
const reading = aReading({
  text,
  tasks: [
    aTask({ leads: ['县卫健局', '县财政局'], source: { start: 0, end: 17 } }),
    aTask({ ordinal: 2, leads: ['县文旅局'], wildcards: ['各相关部门'], source: { start: 17, end: text.length } }),
  ],
  units: [unit('县卫健局'), unit('县财政局'), unit('县文旅局')],
  findings: [
    aFinding({ id: 'line', code: 'BROKEN_LINE', taskOrdinal: null, needsPerson: false, source: { start: 2, end: 4 } }),
    aFinding({ id: 'wild', taskOrdinal: 2, text: '各相关部门' }),
    aFinding({
      id: 'alias',
      code: 'ALIAS',
      text: '县卫健局',
      taskOrdinal: 1,
      needsPerson: false,
      source: { start: 7, end: 11 },
    }),
    aFinding({ id: 'seen', code: 'SOFT_TARGET', needsPerson: false, state: 'RESOLVED' }),
  ],
})

test('units are settled together first, other spellings one by one, then tasks, then remarks, then what is done', () => {
  expect(queueOf(reading).map(({ id }) => id)).toEqual(['register', 'unit:县卫健局', 'wild', 'line', 'alias', 'seen'])
})

test('a likely other spelling is never registered along with the rest', () => {
  expect(queueOf(reading)[0]).toMatchObject({ kind: 'register', names: ['县财政局', '县文旅局'] })
})

test('a unit that only tasks left out name asks for nothing', () => {
  const without = { ...reading, tasks: reading.tasks.map((task) => ({ ...task, decision: 'SKIP' as const })) }
  expect(queueOf(without).filter(({ kind }) => kind !== 'finding')).toEqual([])
})

test('a unit stands in the text where its first task names it', () => {
  const at = text.indexOf('县卫健局')
  expect(queueOf(reading)[1]!.span).toEqual({ start: at, end: at + 4 })
})

test('after a decision the next open one comes, from the front again at the end', () => {
  const queue = queueOf(reading)
  expect(nextAfter(queue, 'wild')?.id).toBe('line')
  expect(nextAfter(queue, 'alias')?.id).toBe('register')
})

test('steps stay at the ends and pass over what is settled', () => {
  const queue = queueOf(reading)
  expect(stepFrom(queue, 'register', -1)?.id).toBe('register')
  expect(stepFrom(queue, 'alias', 1)?.id).toBe('alias')
  expect(stepFrom(queue, undefined, 1)?.id).toBe('register')
})

test('progress tells what must be decided from what is only to be seen', () => {
  expect(progressOf(queueOf(reading))).toEqual({ blocking: 3, remarks: 2, settled: 1 })
})

test('a task without a lead is asked about once, by the finding or by itself', () => {
  const lone = aReading({ tasks: [aTask({ leads: [] })] })
  expect(queueOf(lone).map(({ id }) => id)).toEqual(['leads:1'])
  const asked = { ...lone, findings: [aFinding({ id: 'none', code: 'NO_UNIT' })] }
  expect(queueOf(asked).map(({ id }) => id)).toEqual(['none'])
})

test('the enter key takes a likely unit, and never chooses between units of one name', () => {
  const item = (over: Partial<ReadingUnit>) => ({
    id: 'u',
    kind: 'unit' as const,
    unit: unit('县卫健局', over),
    blocking: true,
    settled: false,
    task: 1,
    span: null,
  })
  const likely = optionsOf(reading, item({ candidates: [ref('县卫生健康局')] }), words)
  expect(likely[0]).toMatchObject({ act: 'match', unitId: '县卫生健康局', suggested: true })
  const twins = optionsOf(reading, item({ state: 'AMBIGUOUS', candidates: [ref('甲'), ref('乙')] }), words)
  expect(twins.some(({ suggested }) => suggested)).toBe(false)
  expect(twins.map(({ act }) => act)).toEqual(['match', 'match', 'choose'])
})

test('a phrase for many units is never settled by the enter key alone, unless it was resolved before', () => {
  const wild = queueOf(reading).find(({ id }) => id === 'wild')!
  expect(optionsOf(reading, wild, words).map(({ label, suggested }) => [label, suggested])).toEqual([
    ['指定单位…', undefined],
    ['不追加单位', undefined],
  ])
  const learned = {
    ...wild,
    finding: aFinding({
      text: '各相关部门',
      suggestions: [{ leads: [], cooperators: ['县财政局'], words: '上次由周明远确定为县财政局' }],
    }),
  } as typeof wild
  expect(optionsOf(reading, learned, words)[0]).toMatchObject({ label: '县财政局', suggested: true })
})

test('units that take the place of a phrase are added once, and nobody both leads and cooperates', () => {
  const task = aTask({ leads: ['县卫健局'], cooperators: ['县财政局'], wildcards: ['各相关部门'] })
  const cooperators = ['县财政局', '县文旅局', '县卫健局']
  expect(resolvedWildcard(task, '各相关部门', { leads: [], cooperators })).toMatchObject({
    change: { wildcards: [], cooperators: ['县财政局', '县文旅局'] },
  })
  expect(resolvedWildcard(task, '各相关部门', { leads: [], cooperators: [] })).toEqual({
    do: 'correct',
    ordinal: 1,
    change: { wildcards: [] },
  })
})

test('units chosen for a phrase cooperate, and lead where nobody else does', () => {
  const wild = queueOf(reading).find(({ id }) => id === 'wild')!
  const task = aTask({ ordinal: 2, wildcards: ['各相关部门'] })
  expect(chosenStep(wild, task, [ref('县文旅局')])).toMatchObject({ change: { cooperators: ['县文旅局'] } })
  expect(chosenStep(wild, { ...task, leads: [] }, [ref('县文旅局')])).toMatchObject({ change: { leads: ['县文旅局'] } })
  expect(chosenStep(wild, task, [])).toBeNull()
})

test('a step back leads to what it has opened again', () => {
  const settled = { ...reading, findings: reading.findings.map((one) => ({ ...one, state: 'RESOLVED' as const })) }
  expect(reopened(settled, { ...settled, findings: reading.findings })?.id).toBe('wild')
  expect(reopened(reading, reading)).toBeUndefined()
})

test('a task without units is offered by duty, with the sentence that led to it', () => {
  const sentence = '负责中医药服务体系建设'
  const asked = aReading({
    tasks: [
      aTask({
        leads: [],
        suggestedUnits: [
          { unit: ref('县卫生健康局'), name: '县卫生健康局', role: 'LEAD', sentence, source: '本文件职责分工' },
        ],
      }),
    ],
  })
  const options = optionsOf(asked, queueOf(asked)[0]!, words)
  expect(options[0]).toMatchObject({
    suggested: true,
    label: '由县卫生健康局牵头',
    why: `本文件职责分工：“${sentence}”`,
  })
})

test.each([
  ['县医保局', '县医疗保障局', true],
  ['县卫健委', '县卫生健康局', true],
  ['县发展和改革局', '县发改局', true],
  ['县财政局', '市财政局', false],
  ['县司法局', '县公安局', false],
  ['县委办', '县委组织部', false],
])('%s may be short for %s: %s', (one, other, short) => {
  expect(isShortFor(one, other)).toBe(short)
})

test('units that are only alike, or of another level, leave a name among those to register', () => {
  const alike = aReading({
    tasks: [aTask({ leads: ['县财政局'] })],
    units: [unit('县财政局', { suggestions: [{ unit: ref('市财政局'), reason: '职能相同，但级别不同，请核对' }] })],
  })
  expect(queueOf(alike)[0]).toMatchObject({ kind: 'register', names: ['县财政局'] })
})
