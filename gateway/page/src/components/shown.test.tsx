import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LightTag } from '@/components/LightTag'
import { ProblemView } from '@/components/ProblemView'
import { UnitNames } from '@/components/UnitNames'
import { Problem } from '@/lib/http'
import { rate } from '@/lib/percent'
import { dueWords, longDay, moment } from '@/lib/time'
import { lights, lightWords } from '@/lib/words'

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

test('units are joined as in a document, and the rest is counted', () => {
  const units = ['市财政局', '市医保局', '市教育局'].map((shortName) => ({ id: shortName, name: shortName, shortName }))
  const { container } = render(<UnitNames units={units} most={2} />)
  expect(container).toHaveTextContent('市财政局、市医保局等 3 家')
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
