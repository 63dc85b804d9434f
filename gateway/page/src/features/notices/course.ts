import { type CourseStep, whenBy } from '@/components/Course'
import type { Notice, NoticeState } from '@/lib/api/types'

/** What happened to a notice, oldest first. */
export function courseOf(notice: Notice): CourseStep[] {
  const said = (act: string, one: Notice['receipt']) => (one ? [{ act, at: one.at, when: whenBy(one) }] : [])
  const answers = [
    ...said('签收', notice.receipt),
    ...said('反馈办理情况', notice.reply),
    ...said('提出申诉', notice.appeal),
    ...said(notice.state === 'WITHDRAWN' ? '申诉成立，撤销' : '申诉未成立，维持', notice.appealDecision),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const ended: Partial<Record<NoticeState, string>> = {
    SETTLED: '所欠事项已完成，办结',
    LAPSED: '所欠事项已完成，不再签发',
    DISMISSED: '决定不予签发',
  }
  const end = ended[notice.state]
  return [
    { act: '拟出', when: `${notice.proposedOn} · ${notice.proposedBy}` },
    ...(notice.issuedOn
      ? [{ act: `签发 ${notice.number}`, when: `${notice.issuedOn} · ${notice.issuedBy ?? ''}` }]
      : []),
    ...answers.map(({ act, when }) => ({ act, when })),
    ...(end && notice.endedOn ? [{ act: end, when: notice.endedOn }] : []),
  ]
}
