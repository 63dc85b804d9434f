import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { LightTag } from '@/components/LightTag'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { OpenDialog } from '@/features/rectifications/OpenDialog'
import { StateTag } from '@/features/rectifications/StateTag'
import { deadlineWords, sourceWords } from '@/features/rectifications/words'
import type { RectificationRow } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import { useUnits } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { useRectificationCounts, useRectifications } from '@/lib/requests/rectifications'
import { dueWords } from '@/lib/time'
import { type FilterWords, useFilter } from '@/lib/useFilter'
import { rectificationLightWords } from '@/lib/words'

const groups = [
  { value: '', label: '全部' },
  { value: 'OPEN', label: '待制定方案' },
  { value: 'PLAN_SUBMITTED,RECTIFIED', label: '待审核复查' },
  { value: 'PLANNED', label: '整改中' },
  { value: 'CLOSED,HELD,RECURRED', label: '已销号' },
]

export function RectificationsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const today = useToday()
  const { search, set } = useFilter('/rectifications')
  const [opening, setOpening] = useState(false)
  const items = useRectifications({
    state: search.state,
    source: search.source,
    unit: search.unit ?? (me.member && !me.staff ? 'me' : undefined),
    county: search.county,
    plan: search.plan,
    task: search.task,
    overdue: search.overdue,
    'follow-up-due': search['follow-up-due'],
    q: search.q,
  })
  const units = useUnits(me.staff && !!search.unit)
  const day = (item: RectificationRow) =>
    item.deadline ? (
      <span className="nowrap">
        {item.deadline}
        <span className="quiet small"> {deadlineWords[item.state]}</span>
      </span>
    ) : (
      <span className="quiet">—</span>
    )
  return (
    <>
      <PageHead title="问题整改" note="督查、评估、投诉和自查发现的问题，从制定方案到销号、回头看">
        {me.has('SUPERVISOR') && (
          <Link to="/rectifications/import">
            <Button>批量登记</Button>
          </Link>
        )}
        {(me.has('SUPERVISOR') || me.member) && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {me.has('SUPERVISOR') ? '登记问题' : '登记自查问题'}
          </Button>
        )}
      </PageHead>
      <Counts unit={me.member && !me.staff ? 'me' : undefined} set={set} />
      <Panel flush>
        <div className="row wrap" style={{ padding: '12px 16px', gap: 10 }}>
          <Segmented
            value={search.state ?? ''}
            onChange={(state) => set({ state: String(state) || undefined })}
            options={groups}
            style={{ maxWidth: '100%', overflowX: 'auto' }}
          />
          <Select
            allowClear
            placeholder="来源"
            aria-label="按来源筛选"
            style={{ width: 120 }}
            value={search.source}
            onChange={(source) => set({ source })}
            options={optionsOf(sourceWords)}
          />
          <Input.Search
            allowClear
            placeholder="问题、地点或措施"
            aria-label="按文字查找"
            style={{ width: 200 }}
            defaultValue={search.q}
            onSearch={(q) => set({ q: q.trim() || undefined })}
          />
        </div>
        <Narrowed
          by={[
            { words: search.overdue && '已逾期', drop: () => set({ overdue: undefined }) },
            { words: search['follow-up-due'] && '应回头看', drop: () => set({ 'follow-up-due': undefined }) },
            {
              words:
                search.unit &&
                search.unit !== 'me' &&
                (units.data?.find(({ id }) => id === search.unit)?.name ?? '一个单位'),
              drop: () => set({ unit: undefined }),
            },
            { words: search.county && '一个县区', drop: () => set({ county: undefined }) },
            { words: search.plan && '一项计划', drop: () => set({ plan: undefined }) },
            { words: search.task && '一项任务', drop: () => set({ task: undefined }) },
          ]}
        />
        <PagedListing<RectificationRow>
          query={items}
          idOf={(item) => item.id}
          empty={
            Object.keys(search).length > 0
              ? { title: '没有符合条件的问题', note: '可放宽或清除筛选条件' }
              : { title: '没有需要整改的问题', note: '登记后，责任单位会收到整改通知' }
          }
          card={(item) => (
            <Link key={item.id} to="/rectifications/$id" params={{ id: item.id }} className="card">
              <div className="t">{item.title}</div>
              <div className="m">
                <LightTag words={rectificationLightWords} light={item.light} />
                <StateTag state={item.state} />
                <UnitName unit={item.unit} />
                {item.deadline && <span>{dueWords(item.deadline, today)}</span>}
              </div>
            </Link>
          )}
          scroll={{ x: 980 }}
          columns={[
            {
              title: '亮灯',
              width: 82,
              render: (_, item) => (
                <LightTag words={rectificationLightWords} light={item.light} reason={item.lightReason} />
              ),
            },
            {
              title: '问题',
              render: (_, item) => (
                <Link to="/rectifications/$id" params={{ id: item.id }} className="clip2" title={item.problem}>
                  {item.problem}
                </Link>
              ),
            },
            { title: '来源', width: 92, render: (_, item) => sourceWords[item.source] },
            { title: '责任单位', width: 150, render: (_, item) => <UnitName unit={item.unit} /> },
            {
              title: '配合单位',
              width: 150,
              render: (_, item) => <UnitNames units={item.cooperators} most={2} />,
            },
            { title: '发现日期', dataIndex: 'foundOn', width: 108 },
            { title: '期限', width: 160, render: (_, item) => day(item) },
            {
              title: '状态',
              width: 104,
              render: (_, item) => <StateTag state={item.state} />,
            },
          ]}
        />
      </Panel>
      {opening && (
        <OpenDialog
          onClose={() => setOpening(false)}
          onOpened={({ id }) => navigate({ to: '/rectifications/$id', params: { id }, search: {} })}
        />
      )}
    </>
  )
}

function Counts({ unit, set }: { unit: 'me' | undefined; set: (change: FilterWords) => void }) {
  const counts = useRectificationCounts(unit).data
  if (!counts) return null
  const none = { state: undefined, overdue: undefined, 'follow-up-due': undefined }
  const shown: { words: string; number: string | number; to: FilterWords }[] = [
    { words: '未销号', number: counts.open, to: { ...none, state: 'OPEN,PLAN_SUBMITTED,PLANNED,RECTIFIED' } },
    { words: '已逾期', number: counts.overdue, to: { ...none, overdue: 'true' } },
    { words: '待审核复查', number: counts.toReview, to: { ...none, state: 'PLAN_SUBMITTED,RECTIFIED' } },
    { words: '应回头看', number: counts.followUpDue, to: { ...none, 'follow-up-due': 'true' } },
    { words: '问题反弹', number: counts.recurred, to: { ...none, state: 'RECURRED' } },
  ]
  return (
    <div className="row wrap" style={{ gap: 8, marginBottom: 14 }}>
      {shown.map(({ words, number, to }) => (
        <Button key={words} onClick={() => set(to)}>
          {words} <b>{number}</b>
        </Button>
      ))}
      <span className="quiet">
        按期销号 {counts.closedOnTime} / {counts.closed}
        {counts.closedOnTimeRate != null && `，${counts.closedOnTimeRate}%`}
      </span>
    </div>
  )
}
