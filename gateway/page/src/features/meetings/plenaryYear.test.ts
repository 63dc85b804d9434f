import { expect, test } from 'vitest'
import { awaitsAttendance, placeOf, summary, yearsAround } from '@/features/meetings/plenaryYear'
import type { Plenary } from '@/lib/api/types'

const plenary = (standing: Plenary['standing'], countyName: string | null = null, startsAt: string | null = null) =>
  ({ standing, countyName, startsAt }) as Plenary

test('a year is summed up, and counties without a mechanism only where there are any', () => {
  const all = [plenary('HELD'), plenary('MISSING', '临江县'), plenary('PLANNED', '安澜县')]
  expect(summary(all)).toBe('已召开 1，已安排 1，尚未安排 1')
  expect(summary([...all, plenary('NO_MECHANISM', '青山县')])).toBe('已召开 1，已安排 1，尚未安排 1，尚未建立机制 1')
})

test('the next year can be planned and past ones looked up', () => {
  expect(yearsAround('2026-11-23')).toEqual([2027, 2026, 2025, 2024])
})

test('the city stands beside its counties', () => {
  expect(placeOf(plenary('HELD'))).toBe('市本级')
  expect(placeOf(plenary('HELD', '临江县'))).toBe('临江县')
})

test('a planned day that has passed waits for its attendance', () => {
  expect(awaitsAttendance(plenary('PLANNED', null, '2026-11-20T09:00:00+08:00'), '2026-11-23')).toBe(true)
  expect(awaitsAttendance(plenary('PLANNED', null, '2026-11-23T09:00:00+08:00'), '2026-11-23')).toBe(false)
  expect(awaitsAttendance(plenary('HELD', null, '2026-11-20T09:00:00+08:00'), '2026-11-23')).toBe(false)
})
