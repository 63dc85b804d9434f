import { expect, test } from 'vitest'
import { goalTag, yearsAround } from '@/features/counties/goalWords'

test('a goal says where it stands, and after its review how it ended', () => {
  expect(goalTag({ state: 'SET', verdict: null, returnReason: null }).words).toBe('待自评')
  expect(goalTag({ state: 'SET', verdict: null, returnReason: '请附凭证' })).toEqual({ words: '自评退回', tone: 'red' })
  expect(goalTag({ state: 'ASSESSED', verdict: null, returnReason: null }).words).toBe('待评定')
  expect(goalTag({ state: 'REVIEWED', verdict: 'PARTLY_MET', returnReason: null })).toEqual({
    words: '部分完成',
    tone: 'gold',
  })
})

test('next year can be planned and the last two looked at', () => {
  expect(yearsAround(2026)).toEqual([2027, 2026, 2025, 2024])
})
