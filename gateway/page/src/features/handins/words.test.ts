import { describe, expect, test } from 'vitest'
import { byTask } from '@/features/handins/words'
import type { Artefact, HandIn } from '@/lib/api/types'

const one = (task: string, unit: string, artefact: Artefact | null) =>
  ({
    id: `${task}${unit}${artefact}`,
    title: artefact ? `2026年工作总结：任务：${task}` : '三季度自评报告',
    taskId: artefact && task,
    artefact,
    unit: { id: unit },
    planTitle: '方案',
  }) as HandIn

describe('artefacts of a year', () => {
  test('stand in one row for each task and unit', () => {
    const rows = byTask([
      one('a', 'x', 'PLAN'),
      one('b', 'x', 'PLAN'),
      one('a', 'x', 'SUMMARY'),
      one('a', 'y', 'PLAN'),
      one('a', 'x', null),
    ])
    expect(rows.map(({ key }) => key)).toEqual(['a/x', 'b/x', 'a/y'])
    expect([...rows[0]!.handIns.keys()]).toEqual(['PLAN', 'SUMMARY'])
  })

  test('a title may have a colon of its own', () => {
    expect(byTask([one('a', 'x', 'PLAN')])[0]!.task).toBe('任务：a')
  })
})
