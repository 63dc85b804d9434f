import { expect, test } from 'vitest'
import { actWords, changesOf } from '@/features/ledger/history'

test('an act is said in words, one that the page does not know yet included', () => {
  expect(actWords({ action: 'REVISE' })).toBe('调整任务')
  expect(actWords({ action: 'VERIFY' })).toBe('核验销号')
  expect(actWords({ action: 'SOMETHING_NEW' })).toBe('办理记录')
})

test('changes are told from what to what, of a long text only that it changed', () => {
  const changes = [
    { field: 'dueOn', from: '2026-06-30', to: '2026-09-30' },
    { field: 'cooperators', from: null, to: '市财政局' },
    { field: 'text', from: '很长', to: '更长' },
  ]
  expect(changesOf({ details: { changes } } as never)).toEqual([
    '完成时限：2026-06-30 → 2026-09-30',
    '配合单位：无 → 市财政局',
    '任务内容已修改',
  ])
  expect(
    changesOf({ details: { changes: [{ field: 'givenBy', from: '市卫生健康委', to: '市医保局' }] } } as never),
  ).toEqual(['分解单位：市卫生健康委 → 市医保局'])
  expect(changesOf({ details: {} } as never)).toEqual([])
  expect(changesOf({ details: { dueOn: '2027-02-28', dueOnBefore: '2026-12-31' } } as never)).toEqual([
    '完成时限：2026-12-31 → 2027-02-28',
  ])
})
