import { expect, test } from 'vitest'
import { courseOf } from '@/features/notices/course'
import { faultOf, rowsOf, rulesOf } from '@/features/notices/ladder'
import type { Notice, StepRule } from '@/lib/api/types'

const usual: StepRule[] = [
  { step: 'REMINDER', afterWorkingDays: 1, graceWorkingDays: 1 },
  { step: 'NOTICE_BLUE', afterWorkingDays: 3, graceWorkingDays: 2 },
  { step: 'NOTICE_RED', afterWorkingDays: 10, graceWorkingDays: 3 },
]

test('a plan without rules shows the usual ones, none of them taken', () => {
  const rows = rowsOf([], usual)
  expect(rows.map(({ on }) => on)).not.toContain(true)
  expect(rows.find(({ step }) => step === 'NOTICE_BLUE')).toMatchObject({ after: 3, grace: 2 })
  expect(rulesOf(rows)).toEqual([])
})

test('what a plan says comes before what is usual, and goes back as it came', () => {
  const own: StepRule[] = [{ step: 'NOTICE_BLUE', afterWorkingDays: 5, graceWorkingDays: 4 }]
  expect(rulesOf(rowsOf(own, usual))).toEqual(own)
})

test('a step that does not come later than the one before is named', () => {
  const rows = rowsOf(usual, usual)
  expect(faultOf(rows)).toBeNull()
  expect(faultOf(rows.map((row) => (row.step === 'NOTICE_RED' ? { ...row, after: 3 } : row)))).toBe(
    '“红色督办单”的逾期天数须多于“蓝色督办单”',
  )
})

test('what happened to a notice is told in its order', () => {
  const notice = {
    state: 'SETTLED',
    proposedOn: '2026-11-20',
    proposedBy: '系统',
    number: '督办〔2026〕3号',
    issuedOn: '2026-11-20',
    issuedBy: '周明远',
    receipt: { at: '2026-11-21T09:00:00+08:00', by: '方晓岚', words: '' },
    reply: { at: '2026-11-24T09:00:00+08:00', by: '方晓岚', words: '已补报' },
    appeal: { at: '2026-11-22T09:00:00+08:00', by: '方晓岚', words: '已书面报告' },
    appealDecision: { at: '2026-11-23T09:00:00+08:00', by: '周明远', words: '未见报告' },
    endedOn: '2026-11-25',
  } as Notice
  expect(courseOf(notice).map(({ act }) => act)).toEqual([
    '拟出',
    '签发 督办〔2026〕3号',
    '签收',
    '提出申诉',
    '申诉未成立，维持',
    '反馈办理情况',
    '所欠事项已完成，办结',
  ])
})
