import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Narrowed } from '@/components/Narrowed'
import { NoticeStateTag } from '@/components/NoticeStateTag'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { StepTag } from '@/components/StepTag'
import { UnitName } from '@/components/UnitNames'
import { EscalationDialog } from '@/features/notices/EscalationDialog'
import type { Notice, Step } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useUnitName } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { useNotices } from '@/lib/requests/notices'
import { usePlans } from '@/lib/requests/plans'
import { dueWords } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'
import { stepWords } from '@/lib/words'

const views = [
  { value: '', label: '全部' },
  { value: 'PROPOSED', label: '待签发' },
  { value: 'ISSUED,RECEIVED,REPLIED', label: '督办中' },
  { value: 'APPEALED', label: '申诉中' },
  { value: 'SETTLED,WITHDRAWN,DISMISSED,LAPSED', label: '已了结' },
]

export function NoticesPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/notices')
  const [ruling, setRuling] = useState(false)
  const supervisor = me.has('SUPERVISOR')
  const notices = useNotices({
    state: search.state,
    step: search.step,
    unit: search.unit ?? (me.member && !me.has('COUNTY_OFFICE') ? 'me' : undefined),
    task: search.task,
    plan: search.plan,
  })
  const plans = usePlans(!!search.plan)
  const unitName = useUnitName(me.staff && !!search.unit)
  const when = (notice: Notice) => {
    if (notice.endedOn) return `${notice.endedOn} 了结`
    if (notice.state === 'PROPOSED') return notice.stillOwed ? `${notice.proposedOn} 拟出` : '所欠事项已完成'
    return `${notice.replyBy} 前反馈（${dueWords(notice.replyBy, today)}）`
  }
  return (
    <>
      <PageHead title="督办通报" note="逾期不办的逐级督办：提醒、蓝黄红督办单、通报、约谈">
        {supervisor && <Button onClick={() => setRuling(true)}>逐级督办规则</Button>}
      </PageHead>
      <Panel flush>
        <div className="filters">
          <Segmented
            value={search.state ?? ''}
            onChange={(state) => set({ state: String(state) || undefined })}
            options={views.filter((view) => supervisor || view.value !== 'PROPOSED')}
          />
          <Select
            allowClear
            placeholder="督办等级"
            aria-label="按督办等级筛选"
            style={{ width: 140 }}
            value={search.step}
            onChange={(step) => set({ step })}
            options={(Object.keys(stepWords) as Step[])
              .filter((step) => step !== 'REMINDER')
              .map((step) => ({ value: step, label: stepWords[step] }))}
          />
        </div>
        <Narrowed
          by={[
            { words: search.task && '一项任务', drop: () => set({ task: undefined }) },
            {
              words: search.plan && (plans.data?.find(({ id }) => id === search.plan)?.title ?? '一项计划'),
              drop: () => set({ plan: undefined }),
            },
            {
              words: search.unit && search.unit !== 'me' && unitName(search.unit),
              drop: () => set({ unit: undefined }),
            },
          ]}
        />
        <PagedListing<Notice>
          query={notices}
          idOf={(notice) => notice.id}
          scroll={{ x: 900 }}
          empty={
            search.state === 'PROPOSED'
              ? { title: '没有待签发的督办单', note: '任务或报送逾期到规定天数时，系统会拟好督办单列在这里' }
              : { title: '没有督办单', note: '逾期事项按规则逐级督办，签发后单位在这里签收、反馈' }
          }
          card={(notice) => (
            <Link key={notice.id} to="/notices/$id" params={{ id: notice.id }} className="card">
              <div className="row between">
                <StepTag step={notice.step} />
                <NoticeStateTag state={notice.state} />
              </div>
              <div className="t">{notice.taskTitle}</div>
              <div className="m">
                <UnitName unit={notice.unit} />
                <span>{notice.number ?? '未编号'}</span>
                <span>{when(notice)}</span>
              </div>
            </Link>
          )}
          columns={[
            { title: '等级', width: 124, render: (_, notice) => <StepTag step={notice.step} /> },
            {
              title: '文号',
              width: 170,
              render: (_, notice) => (
                <Link to="/notices/$id" params={{ id: notice.id }} className="nowrap">
                  {notice.number ?? '未编号'}
                </Link>
              ),
            },
            {
              title: '督办事项',
              render: (_, notice) => (
                <Link to="/notices/$id" params={{ id: notice.id }} className="clip2" title={notice.reason}>
                  {notice.taskTitle}
                </Link>
              ),
            },
            { title: '责任单位', width: 150, render: (_, notice) => <UnitName unit={notice.unit} /> },
            { title: '时间', width: 220, render: (_, notice) => when(notice) },
            { title: '状态', width: 92, render: (_, notice) => <NoticeStateTag state={notice.state} /> },
          ]}
        />
      </Panel>
      {ruling && <EscalationDialog onClose={() => setRuling(false)} />}
    </>
  )
}
