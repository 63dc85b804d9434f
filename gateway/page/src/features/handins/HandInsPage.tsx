import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { AskDialog } from '@/features/handins/AskDialog'
import { StandingTag } from '@/features/handins/StandingTag'
import { handInWords } from '@/features/handins/words'
import type { HandIn } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useUnitName } from '@/lib/requests/directory'
import { useHandIns } from '@/lib/requests/handIns'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { dueWords, moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

/** What units have to hand in by a day: a unit's own, or all of them for whoever supervises. */
export function HandInsPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/hand-ins')
  const [asking, setAsking] = useState(false)
  const handIns = useHandIns({
    unit: search.unit ?? (me.member ? 'me' : undefined),
    state: search.state,
    plan: search.plan,
    'hand-in': search['hand-in'],
  })
  const plans = usePlans()
  const otherUnit = search.unit !== 'me' && search.unit
  const unitName = useUnitName(!!otherUnit)
  return (
    <>
      <PageHead title="报送材料" note="各单位须在规定日期前报送的材料，每个单位各一项">
        <Segmented
          value={search.state ?? ''}
          onChange={(state) => set({ state: String(state) })}
          options={[
            { value: '', label: '全部' },
            ...(['OWED', 'RETURNED', 'HANDED_IN'] as const).map((value) => ({ value, label: handInWords[value] })),
          ]}
        />
        <Link to="/hand-ins/yearly">
          <Button>年度材料</Button>
        </Link>
        {me.has('SUPERVISOR') && (
          <Button type="primary" onClick={() => setAsking(true)}>
            要求报送
          </Button>
        )}
      </PageHead>
      <Panel flush>
        <div className="filters">
          <Select
            allowClear
            aria-label="按计划筛选"
            placeholder="计划"
            style={{ width: 320 }}
            popupMatchSelectWidth={420}
            value={search.plan}
            onChange={(plan) => set({ plan })}
            options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
        <Narrowed
          by={[
            { words: search['hand-in'] && '一项材料', drop: () => set({ 'hand-in': undefined }) },
            { words: otherUnit && unitName(otherUnit), drop: () => set({ unit: undefined }) },
          ]}
        />
        <PagedListing<HandIn>
          query={handIns}
          idOf={({ id }) => id}
          card={(one) => <Card key={one.id} handIn={one} today={today} />}
          columns={columns(today, me.member)}
          scroll={{ x: 860 }}
          empty={
            Object.keys(search).length > 0
              ? { title: '没有符合条件的材料' }
              : { title: '没有须报送的材料', note: '督导部门要求报送后，会列在这里' }
          }
        />
      </Panel>
      {asking && <AskDialog today={today} onClose={() => setAsking(false)} />}
    </>
  )
}

function standing({ answeredAt, onTime, dueOn, state }: HandIn, today: string): string {
  if (state === 'HANDED_IN') return `${moment(answeredAt)}${onTime === false ? ' 迟报' : ''}`
  return state === 'WITHDRAWN' ? '—' : dueWords(dueOn, today)
}

function Card({ handIn, today }: { handIn: HandIn; today: string }) {
  return (
    <Link to="/hand-ins/$id" params={{ id: handIn.id }} className="card">
      <div className="t">{handIn.title}</div>
      <div className="m">
        <StandingTag handIn={handIn} />
        <UnitName unit={handIn.unit} />
        <span>{standing(handIn, today)}</span>
      </div>
    </Link>
  )
}

const columns = (today: string, own: boolean): TableColumnsType<HandIn> => [
  {
    title: '材料',
    render: (_, one) => (
      <div>
        <Link to="/hand-ins/$id" params={{ id: one.id }} className="clip2">
          {one.title}
        </Link>
        <div className="quiet small">{one.planTitle}</div>
      </div>
    ),
  },
  ...(own ? [] : [{ title: '单位', width: 150, render: (_: unknown, one: HandIn) => <UnitName unit={one.unit} /> }]),
  { title: '截止日', dataIndex: 'dueOn', width: 108 },
  { title: '报送情况', width: 180, render: (_, one) => <span className="quiet">{standing(one, today)}</span> },
  { title: '状态', width: 92, render: (_, one) => <StandingTag handIn={one} /> },
]
