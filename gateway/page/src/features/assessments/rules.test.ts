import { expect, test } from 'vitest'
import type { ScoringMeasure, ScoringRules } from '@/lib/api/types'
import { draftOf, faultOf, rulesOf, same, shortly, termsOf, unused } from './rules'
import { effect, placeOf } from './words'

const rules: ScoringRules = {
  parts: [
    { name: '报送', weight: 60, items: [{ measure: 'LATE_REPORT', points: 5, cap: 30 }] },
    { name: '任务', weight: 40, items: [{ measure: 'OVERDUE_TASK', points: 10, cap: null }] },
  ],
  bonus: [{ measure: 'FEATURE', points: 3, cap: null }],
  bonusCap: 5,
}
const changed = (change: (draft: ReturnType<typeof draftOf>) => void) => {
  const draft = draftOf(rules)
  change(draft)
  return draft
}

test('rules come through the editor as they were', () => {
  expect(rulesOf(draftOf(rules))).toEqual(rules)
  expect(same(rules, rulesOf(draftOf(rules)))).toBe(true)
  expect(faultOf(draftOf(rules))).toBeNull()
})

test.each([
  [
    '各类权重相加须为 100，现在是 90',
    changed(({ parts }) => {
      parts[0]!.weight = 50
    }),
  ],
  [
    '有两类同名',
    changed(({ parts }) => {
      parts[1]!.name = '报送 '
    }),
  ],
  [
    '“任务”还没有扣分项',
    changed(({ parts }) => {
      parts[1]!.items = []
    }),
  ],
  [
    '每一项都要有大于 0 的分值',
    changed(({ bonus }) => {
      bonus[0]!.points = null
    }),
  ],
  [
    '上限不能低于一次的分值',
    changed(({ parts }) => {
      parts[0]!.items[0]!.cap = 3
    }),
  ],
  ['至少要有一类考核内容', { parts: [], bonus: [], bonusCap: null }],
])('%s', (fault, draft) => {
  expect(faultOf(draft)).toBe(fault)
})

test('each kind of fact is offered once', () => {
  const of = (measure: ScoringMeasure['measure'], bonus = false) => ({ measure, bonus, words: '', explanation: '' })
  const measures = [of('LATE_REPORT'), of('TALK'), of('FEATURE', true), of('COMPLETED_EARLY', true)]
  expect(unused(draftOf(rules), measures, false).map(({ measure }) => measure)).toEqual(['TALK'])
  expect(unused(draftOf(rules), measures, true).map(({ measure }) => measure)).toEqual(['COMPLETED_EARLY'])
})

test('a line says what it does and leads to its fact', () => {
  expect(effect(-5)).toBe('−5')
  expect(effect(2.5)).toBe('+2.5')
  expect(placeOf({ opens: 'REPORT', factId: 'r', taskId: 't' })).toBe('/reports/r')
  expect(placeOf({ opens: 'TASK', factId: 'f', taskId: 't' })).toBe('/tasks/t')
  expect(placeOf({ opens: 'TASK', factId: 'f', taskId: null })).toBeNull()
  expect(placeOf({ opens: 'AWARD', factId: 'a', taskId: null })).toBeNull()
  expect(placeOf({ opens: 'AWARD', factId: 'a', taskId: 't' })).toBe('/tasks/t')
})

test('points are written without decimals that say nothing, and typing is left alone', () => {
  expect(shortly('5.00', { userTyping: false, input: '5.00' })).toBe('5')
  expect(shortly('2.50', { userTyping: false, input: '2.50' })).toBe('2.5')
  expect(shortly('2.', { userTyping: true, input: '2.' })).toBe('2.')
  expect(shortly('', { userTyping: false, input: '' })).toBe('')
})

test('who may not change the rules reads them in words', () => {
  expect(termsOf('扣', { measure: 'LATE_REPORT', points: 5, cap: 30 })).toBe('每次扣 5 分，每月至多扣 30 分')
  expect(termsOf('加', { measure: 'FEATURE', points: 3, cap: null })).toBe('一项至多加 3 分')
})
