import { expect, test } from 'vitest'
import { gapWords, overtaken, reportedLine, scheduledLine, share } from '@/features/ledger/schedule'
import type { Task } from '@/lib/api/types'

const task = { assignedOn: '2026-03-01', dueOn: '2026-12-31', standing: false }

test('scheduled progress goes over the milestones that lie before the last day', () => {
  const milestones = [
    { name: '印发', dueOn: '2026-06-30', percent: 40, reachedOn: null },
    { name: '验收', dueOn: '2026-12-31', percent: 90, reachedOn: null },
  ]
  expect(scheduledLine({ ...task, milestones })).toEqual([
    { day: '2026-03-01', percent: 0 },
    { day: '2026-06-30', percent: 40 },
    { day: '2026-12-31', percent: 100 },
  ])
  expect(scheduledLine({ ...task, dueOn: null, milestones })).toEqual([])
  expect(scheduledLine({ ...task, standing: true, milestones })).toEqual([])
})

test('reported progress is the average of what each lead unit last said', () => {
  const unit = (id: string) => ({ id, name: id, shortName: id })
  const part = (id: string) => ({ unit: unit(id), part: 'LEAD' })
  const report = (id: string, submittedAt: string | null, progress: number | null) => ({
    unit: unit(id),
    submittedAt,
    progress,
  })
  const reported = reportedLine({
    assignedOn: '2026-03-01',
    parts: [part('a'), part('b')],
    reports: [
      report('b', '2026-04-20T09:00:00+08:00', 60),
      report('a', '2026-03-20T09:00:00+08:00', 20),
      report('a', null, null),
      report('c', '2026-03-20T09:00:00+08:00', 90),
    ],
  } as never)
  expect(reported).toEqual([
    { day: '2026-03-01', percent: 0 },
    { day: '2026-03-20', percent: 10 },
    { day: '2026-04-20', percent: 40 },
  ])
})

test('a day lies within the picture', () => {
  expect(share('2026-01-11', '2026-01-01', '2026-01-21')).toBe(0.5)
  expect(share('2025-01-11', '2026-01-01', '2026-01-21')).toBe(0)
  expect(share('2027-01-11', '2026-01-01', '2026-01-21')).toBe(1)
})

test('the gap is said in words', () => {
  expect(gapWords(40, 55)).toBe('落后序时进度15个百分点')
  expect(gapWords(60, 55)).toBe('快于序时进度5个百分点')
  expect(gapWords(55, 55)).toBe('与序时进度持平')
})

test('a form is overtaken by what others ask, not by what is reported meanwhile', () => {
  const opened = {
    title: '建设中医馆',
    dueOn: '2026-12-31',
    indicators: [],
    parts: [{ unit: { id: 'a' }, part: 'LEAD', progress: 10 }],
    milestones: [{ name: '印发', dueOn: '2026-06-30', percent: 40, reachedOn: null }],
    proposedMilestones: [],
  } as never as Task
  const reported = {
    ...opened,
    version: 2,
    parts: [{ ...opened.parts[0]!, progress: 40 }],
    milestones: [{ ...opened.milestones[0]!, reachedOn: '2026-06-01' }],
  }
  expect(overtaken(opened, reported)).toBe(false)
  expect(overtaken(opened, { ...opened, dueOn: '2027-03-31' })).toBe(true)
  expect(overtaken(opened, { ...opened, milestones: [] })).toBe(true)
})
