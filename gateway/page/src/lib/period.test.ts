import { describe, expect, it } from 'vitest'
import {
  cutOffWords,
  periodChoices,
  periodOfDay,
  periodWords,
  recentPeriods,
  shortPeriod,
  spanWords,
} from '@/lib/period'

describe('periods', () => {
  it('are said as officials say them', () => {
    expect(['2026-11', '2026-Q4', '2026-W07'].map(periodWords)).toEqual(['2026年11月', '2026年第四季度', '2026年第7周'])
    expect(['2026-01', '2026-Q1', '2026-W47'].map(shortPeriod)).toEqual(['1月', '一季度', '47周'])
  })

  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2025-12-29', '2026-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in %s, as the service counts weeks', (day, week) => expect(periodOfDay(day, 'WEEKLY')).toBe(week))

  it('go back over the turn of the year', () => {
    expect(recentPeriods('2026-01-31', 'MONTHLY', 3)).toEqual(['2026-01', '2025-12', '2025-11'])
    expect(recentPeriods('2026-02-28', 'QUARTERLY', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
    expect(recentPeriods('2026-01-05', 'WEEKLY', 2)).toEqual(['2026-W02', '2026-W01'])
  })

  it('are spoken of from within as what they are', () => {
    expect(['2026-11', '2026-W47', '2026-Q4'].map(spanWords)).toEqual(['月', '周', '季度'])
  })

  it('offer what an address asks for beside the months', () => {
    expect(periodChoices('2026-11-23', '2026-W47')[0]).toEqual({ value: '2026-W47', label: '2026年第47周' })
    expect(periodChoices('2026-11-23', '2026-11')).toEqual(periodChoices('2026-11-23'))
  })

  it('are due on a day that is said in one word', () => {
    const cutOff = { weekday: 5, monthDay: 31, quarterDay: 20 }
    expect(cutOffWords({ ...cutOff, cadence: 'WEEKLY' })).toBe('每周五')
    expect(cutOffWords({ ...cutOff, cadence: 'MONTHLY' })).toBe('每月最后一天')
    expect(cutOffWords({ ...cutOff, cadence: 'QUARTERLY' })).toBe('每季度末月20日')
  })
})
