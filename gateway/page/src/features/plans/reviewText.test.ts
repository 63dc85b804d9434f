import { expect, test } from 'vitest'
import { dayIn, pickedIn, taskAt, titleOf, unitsIn } from '@/features/plans/pickedText'
import { keyTable, meaningOf } from '@/features/plans/reviewKeys'
import { cutsOf, middleCut, sentencesOf } from '@/features/plans/sentences'
import { comparedOf, titled, versionCounts, versionWords } from '@/features/plans/versions'
import { aReading, aTask } from '../../../test/fixtures'

test('sentences together are the text, whatever closes them', () => {
  for (const text of ['', '一句', '建馆。宣传；（含“村医”。）验收！\n归档', '。。。', '\n\n甲。\n乙'])
    expect(
      sentencesOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})

test('a task is cut between sentences, by default nearest to its middle', () => {
  const task = { text: '建设标准化中医馆。组织验收；按季通报。' }
  expect(cutsOf(task)).toEqual([9, 14])
  expect(middleCut(task)).toBe(9)
  expect(middleCut({ text: '只有一句话。' })).toBeUndefined()
})

test('a task of one long sentence is cut at its commas', () => {
  expect(cutsOf({ text: '建设标准化中医馆，组织验收，按季通报。' })).toEqual([9, 14])
})

test.each([
  ['县财政局、县教育局', ['县财政局', '县教育局']],
  ['〔责任单位：县委办公室、县政府办公室，县财政局〕', ['县委办公室', '县政府办公室', '县财政局']],
  ['由县卫生健康局牵头', ['县卫生健康局']],
  ['县发展和改革局', ['县发展和改革局']],
  ['县财政局和县审计局', ['县财政局', '县审计局']],
  ['县文旅局（县文物局）', ['县文旅局']],
])('units in %s', (words, names) => {
  expect(unitsIn(words)).toEqual(names)
})

test.each([
  ['2025年底前', '2025-12-31'],
  ['9月20日前', '2023-09-20'],
  ['２０２４年６月', '2024-06-30'],
  ['2024年2月', '2024-02-29'],
  ['3月上旬', '2023-03-10'],
  ['第三季度', '2023-09-30'],
  ['2023.11.5', '2023-11-05'],
  ['年内', '2023-12-31'],
  ['13月', null],
  ['长期坚持', null],
])('the last day in %s is %s', (words, day) => {
  expect(dayIn(words, 2023)).toBe(day)
})

test('without a year, and none to stand in, there is no day', () => {
  expect(dayIn('9月20日前', null)).toBeNull()
})

test('the blanks around marked words are left out, and the task is the one they stand in', () => {
  const text = '（一）建馆。  县财政局  （二）宣传。'
  const tasks = [
    aTask({ source: { start: 0, end: 14 } }),
    aTask({ ordinal: 2, source: { start: 14, end: text.length } }),
  ]
  const reading = aReading({ text, tasks })
  expect(pickedIn(reading, 14, 6)).toMatchObject({ start: 8, end: 12, text: '县财政局', task: { ordinal: 1 } })
  expect(pickedIn(reading, 6, 8)).toBeNull()
  expect(taskAt(reading, 15)?.ordinal).toBe(2)
})

test('a task made of marked words is called by its first clause', () => {
  expect(titleOf('（三）建设中医馆。2025年底前完成。')).toBe('建设中医馆')
})

test('every key means one thing, and the table holds them all', () => {
  const keys = keyTable.flatMap((row) => row.keys)
  expect(new Set(keys).size).toBe(keys.length)
  for (const row of keyTable)
    for (const key of row.keys) expect(meaningOf({ key }, 'page')).toEqual({ command: row.command })
})

test('who types is left alone, a button keeps its enter key, the text its arrows', () => {
  expect(meaningOf({ key: 'j' }, 'typing')).toBeNull()
  expect(meaningOf({ key: 'Enter' }, 'control')).toBeNull()
  expect(meaningOf({ key: 'j' }, 'control')).toEqual({ command: 'next' })
  expect(meaningOf({ key: 'ArrowDown' }, 'text')).toBeNull()
  expect(meaningOf({ key: 'ArrowDown' }, 'page')).toEqual({ command: 'next' })
  expect(meaningOf({ key: 'a', ctrlKey: true }, 'page')).toBeNull()
  expect(meaningOf({ key: '2' }, 'page')).toEqual({ option: 1 })
  expect(meaningOf({ key: 'J' }, 'page')).toEqual({ command: 'next' })
})

test('a newer version says in words what will be assigned and that nothing is assigned twice', () => {
  const sameAs = (change: 'SAME' | 'CHANGED' | 'NEW') => ({ taskId: 't', state: null, change, differences: [] })
  const reading = aReading({
    previous: { planId: 'p', title: '方案', reason: '发文字号相同', decided: false },
    tasks: [
      aTask({ sameAs: sameAs('SAME') }),
      aTask({ ordinal: 2, sameAs: sameAs('CHANGED') }),
      aTask({ ordinal: 3, sameAs: sameAs('NEW') }),
      aTask({ ordinal: 4, sameAs: sameAs('NEW'), decision: 'SKIP' }),
    ],
    gone: [{ taskId: 'g', ordinal: 9, title: '旧任务' }],
  })
  expect(versionWords(reading)).toBe(
    '新增 1 项将交办；变更 1 项在原任务上更新；未变 1 项已在台账中，不重复交办；已删去 1 项仍留在台账，请逐项决定',
  )
  expect(versionWords(reading, [3])).toBe('新增 1 项将交办；已删去 1 项仍留在台账，请逐项决定')
  expect(versionCounts(reading)).toBe('新增 2 项 · 变更 1 项 · 未变 1 项')
  expect(comparedOf(aReading())).toBeNull()
})

test('what has entered the ledger from a newer version is not announced again', () => {
  const previous = { planId: 'p', title: '方案', reason: '发文字号相同', decided: false }
  const reading = aReading({ previous, tasks: [aTask({ taskId: 't' }), aTask({ ordinal: 2, taskId: 't2' })] })
  expect(versionWords(reading)).toBe('')
  expect(comparedOf(reading)).toMatchObject({ NEW: [], DONE: [{ ordinal: 1 }, { ordinal: 2 }] })
})

test('title marks within title marks are the inner ones', () => {
  expect(titled('关于印发《方案》的通知')).toBe('《关于印发〈方案〉的通知》')
})
