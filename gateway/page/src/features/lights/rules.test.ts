import { expect, test } from 'vitest'
import { change, faultOf, rowsOf, rulesOf, same, sentenceOf } from '@/features/lights/rules'
import type { LightRule } from '@/lib/api/types'

const rules: LightRule[] = [
  { light: 'RED', when: 'OVERDUE', number: 0 },
  { light: 'RED', when: 'BEHIND', number: 31 },
  { light: 'YELLOW', when: 'BEHIND', number: 10 },
  { light: 'YELLOW', when: 'RETURNED', number: null },
  { light: 'BLUE', when: 'DUE_WITHIN', number: 7 },
  { light: 'DONE_LATE', when: 'DONE_LATE', number: 0 },
]

test('rules go through the editor and come back as they were', () => {
  expect(rulesOf(rowsOf(rules))).toEqual(rules)
  expect(same(rules, [...rules].reverse())).toBe(true)
  expect(rulesOf(rowsOf([]))).toEqual([])
})

test('a rule reads as a sentence with its number', () => {
  expect(sentenceOf(rules[1]!)).toBe('落后序时进度 31 个百分点及以上')
  expect(sentenceOf(rules[3]!)).toBe('办结申请或报送被退回，尚未重新提交')
})

test('a rule that a graver one always hides is named', () => {
  const rows = rowsOf(rules)
  expect(faultOf(rows)).toBeNull()
  expect(
    faultOf(rows.map((row) => (row.light === 'YELLOW' && row.when === 'BEHIND' ? { ...row, number: 40 } : row))),
  ).toBe('“落后序时进度”：预警的数字须小于逾期滞后的，否则永远不会亮')
  expect(
    faultOf(
      rows.map((row) => (row.light === 'YELLOW' && row.when === 'DUE_WITHIN' ? { ...row, on: true, number: 9 } : row)),
    ),
  ).toBe('“临近办结期限”：临期的数字须大于预警的，否则永远不会亮')
  expect(faultOf(rows.map((row) => (row.when === 'RETURNED' ? { ...row, on: true } : row)))).toBe(
    '“被退回”只能亮一种灯',
  )
})

test('a difference is shown with its sign, none is not shown', () => {
  expect([change(3, 5), change(5, 3), change(4, 4)]).toEqual(['+2', '−2', ''])
})
