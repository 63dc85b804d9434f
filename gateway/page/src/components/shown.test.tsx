import { render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LightTag } from '@/components/LightTag'
import { ProblemView } from '@/components/ProblemView'
import { UnitNames } from '@/components/UnitNames'
import { Problem } from '@/lib/http'
import { rate } from '@/lib/percent'
import { dueRange, dueWords, longDay, moment } from '@/lib/time'
import { unitWords } from '@/lib/unitWords'
import { lights, lightWords } from '@/lib/words'
import { answering, show } from '../../test/render'

test('a light is a word beside its dot, for every colour', () => {
  for (const light of lights) {
    const { unmount } = render(<LightTag light={light} reason="距报送日还有 2 天" />)
    expect(screen.getByText(lightWords[light])).toBeVisible()
    unmount()
  }
  expect(new Set(lights.map((light) => lightWords[light])).size).toBe(lights.length)
})

test('a problem shows its detail, its fields and the number to quote', () => {
  const problem = new Problem(
    422,
    '内容有误',
    'invalid',
    [{ pointer: '/progress', detail: '进度须在 0 到 100 之间' }],
    't-1',
  )
  render(<ProblemView reason={problem} />)
  expect(screen.getByRole('alert')).toHaveTextContent('内容有误')
  expect(screen.getByText('进度须在 0 到 100 之间')).toBeInTheDocument()
  expect(screen.getByText('追踪号：t-1')).toBeInTheDocument()
})

test('a fault of the page itself is not shown in its own words', () => {
  render(<ProblemView reason={new TypeError('undefined is not a function')} />)
  expect(screen.getByRole('alert')).toHaveTextContent('系统暂时无法处理，请稍后再试')
  expect(screen.getByRole('alert')).not.toHaveTextContent('undefined')
})

test('units are joined as in a document, and the rest is counted', async () => {
  const units = ['市财政局', '市医保局', '市教育局'].map((shortName) => ({ id: shortName, name: shortName, shortName }))
  answering({})
  const { container } = show(<UnitNames units={units} most={2} />)
  await waitFor(() => expect(container).toHaveTextContent('市财政局、市医保局等 3 家'))
})

test('a county unit has its full name, but not for its own county', () => {
  const unit = { name: '临江县教育局', shortName: '县教育局', countyId: 'linjiang' }
  expect([unitWords(unit, null), unitWords(unit, 'yunshan'), unitWords(unit, 'linjiang')]).toEqual([
    '临江县教育局',
    '临江县教育局',
    '县教育局',
  ])
  const listed = { name: '临江县教育局', shortName: '县教育局', county: { id: 'linjiang' } }
  expect(unitWords(listed, undefined)).toBe('临江县教育局')
  expect(unitWords({ name: '云江市教育局', shortName: '市教育局', countyId: null }, 'linjiang')).toBe('市教育局')
})

test('what ends within days is said by its first and last day', () => {
  expect(dueRange('2026-11-22', '2026-11-30')).toBe('11月22日至11月29日到期')
  expect([
    dueRange('2026-11-22', undefined),
    dueRange(undefined, '2026-12-01'),
    dueRange(undefined, undefined),
  ]).toEqual(['11月22日起到期', '11月30日及以前到期', null])
})

test('times are the business’s, wherever the browser stands', () => {
  expect(moment('2026-11-25T09:30:00+08:00')).toBe('2026-11-25 09:30')
  expect(moment('2026-11-25T17:30:00Z')).toBe('2026-11-26 01:30')
  expect(longDay('2026-11-05')).toBe('2026年11月5日')
  expect([
    dueWords('2026-11-25', '2026-11-23'),
    dueWords('2026-11-23', '2026-11-23'),
    dueWords('2026-11-20', '2026-11-23'),
  ]).toEqual(['还有 2 天', '今天到期', '逾期 3 天'])
})

test('a rate of nothing owed is a dash, not zero', () => {
  expect([rate(null), rate(0), rate(66.7)]).toEqual(['—', '0%', '66.7%'])
})
