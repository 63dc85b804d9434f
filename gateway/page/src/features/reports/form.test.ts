// @vitest-environment jsdom: drafts lie in the browser's storage
import { expect, test } from 'vitest'
import {
  askedWords,
  doubts,
  draftOf,
  dropDraft,
  type FormWords,
  keepDraft,
  mistakes,
  startOf,
  wordsOf,
} from '@/features/reports/form'
import { aFile, aReport } from '../../../test/fixtures'

const words = (over: Partial<FormWords> = {}): FormWords => ({
  progress: 60,
  done: '完成 9 家验收。',
  problems: '',
  next: '',
  values: {},
  files: [],
  ...over,
})
const previous = aReport().previous

test('progress and what was done are owed', () => {
  expect(mistakes(words({ progress: null, done: '  ' }), null)).toEqual({
    progress: '请填写进度',
    done: '请填写进展',
  })
  expect(mistakes(words({ progress: 101 }), null)).toEqual({ progress: '进度应在 0 到 100 之间' })
  expect(mistakes(words({ progress: 0 }), null)).toEqual({})
})

test('progress that fell needs a word why', () => {
  expect(mistakes(words({ progress: 30 }), previous)).toEqual({ problems: '进度低于上期的 40%，请说明原因' })
  expect(mistakes(words({ progress: 30, problems: '一家验收未通过' }), previous)).toEqual({})
})

test('an indicator is a number or is left empty', () => {
  expect(mistakes(words({ values: { 覆盖率: '约八成' } }), null)).toEqual({ values: '「覆盖率」请填数字' })
  expect(mistakes(words({ values: { 覆盖率: '', 家数: '12.5' } }), null)).toEqual({})
})

test('last month’s words again are pointed out, whatever the punctuation', () => {
  expect(doubts(words({ done: '完成6家验收' }), previous)).toEqual(['进展与上期文字相同'])
  expect(doubts(words(), previous)).toEqual([])
  expect(doubts(words({ done: '完成6家验收' }), null)).toEqual([])
})

test('a new report starts from last month’s progress, a returned one from its own words', () => {
  expect(startOf(aReport(), []).progress).toBe(40)
  const returned = aReport({
    state: 'RETURNED',
    progress: 55,
    done: '完成 8 家。',
    submittedAt: '2026-11-20T09:00:00+08:00',
  })
  expect(startOf(returned, [])).toMatchObject({ progress: 55, done: '完成 8 家。' })
})

test('each indicator of the task has its place in the form, once', () => {
  const target = { text: '设置比例', operator: '>=' as const, value: 100, measure: '%' }
  const report = aReport({ indicators: [{ text: '设置比例', value: '80' }] })
  expect(startOf(report, [target]).values).toEqual({ 设置比例: '80' })
})

test('what is sent is trimmed, without empty indicators', () => {
  expect(wordsOf(words({ done: ' 完成 ', values: { 甲: ' 3 ', 乙: ' ' } }))).toEqual({
    progress: 60,
    done: '完成',
    problems: '',
    next: '',
    indicators: [{ text: '甲', value: '3' }],
    evidence: [],
  })
})

test('files go with the report that is written, of one that was returned too', () => {
  const returned = aReport({ state: 'RETURNED', submittedAt: '2026-11-20T09:00:00+08:00', evidence: [aFile()] })
  expect(startOf(returned, []).files).toEqual([aFile()])
  expect(wordsOf(startOf(returned, [])).evidence).toEqual([aFile().id])
})

test('a draft of a page that knew no files has none', () => {
  const { files: _, ...before } = words()
  localStorage.setItem('duban.report.r2', JSON.stringify({ version: 3, at: 0, words: before }))
  expect(draftOf('r2', 3)?.words.files).toEqual([])
})

test('a draft comes back for the version it was written on, and for no other', () => {
  keepDraft('r1', 3, words())
  expect(draftOf('r1', 3)?.words.done).toBe('完成 9 家验收。')
  expect(draftOf('r1', 4)).toBeNull()
  dropDraft('r1')
  expect(draftOf('r1', 3)).toBeNull()
})

const anAsked = (text: string, more: object = {}) => ({
  indicatorId: text,
  name: text,
  text,
  target: '不低于85%',
  measure: '%',
  counted: false,
  alsoAs: false,
  period: '2026-11',
  periodWords: '2026年11月',
  value: null,
  by: null,
  saidIn: null,
  previous: null,
  ...more,
})
const stated = (text: string) => ({ text, operator: '>=' as const, value: 85, measure: '%' })

test('what was said for another plan stands there already, and the same indicator is asked once', () => {
  const asked = [
    anAsked('就诊率达到85%', { value: 86.5, saidIn: '推进医共体建设' }),
    anAsked('县域就诊率不低于85%', { alsoAs: true, value: 86.5 }),
    anAsked('满意率达到90%', { counted: true }),
    anAsked('签约率达到75%', { previous: 72 }),
  ]
  const { values } = startOf(
    aReport(),
    asked.map(({ text }) => stated(text)),
    asked,
  )
  expect(values).toEqual({ '就诊率达到85%': '86.5', '签约率达到75%': '' })
  expect(asked.map(askedWords)).toEqual(['已在「推进医共体建设」的报送中填过，不必再填', null, null, '上期 72%'])
})

test('what the report itself says outweighs what was said elsewhere', () => {
  const report = { ...aReport(), state: 'RETURNED' as const, indicators: [{ text: '甲', value: '3' }] }
  expect(startOf(report, [stated('甲')], [anAsked('甲', { value: 2 })]).values).toEqual({ 甲: '3' })
})
