import { Link } from '@tanstack/react-router'
import { Button, Form, Popconfirm, Radio, Select, type TableColumnsType, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { Bar } from '@/components/Bar'
import { FormDialog } from '@/components/FormDialog'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import type { Round } from '@/lib/api/types'
import { type Cadence, cadenceWords, periodChoices, periodWords, recentPeriods } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { useOwnPlans, usePlans } from '@/lib/requests/plans'
import { useCloseRound, useOpenRound, useRounds } from '@/lib/requests/rounds'
import { useFilter } from '@/lib/useFilter'

export function RoundsPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/rounds')
  const rounds = useRounds({ period: search.period, plan: search.plan })
  const plans = usePlans()
  const own = new Set(useOwnPlans().data?.map(({ id }) => id))
  const close = useCloseRound()
  const [opening, setOpening] = useState(false)
  const acts = (round: Round) => (
    <span className="row wrap" style={{ gap: '2px 12px' }}>
      <Link to="/dashboard" search={{ period: round.period, plan: round.planId }}>
        看板
      </Link>
      <Link to="/rounds/$id/bulletin" params={{ id: round.id }}>
        通报
      </Link>
      {round.state === 'CLOSED' && (
        <Link to="/rounds/$id/facts" params={{ id: round.id }}>
          结果
        </Link>
      )}
      {round.state === 'OPEN' && me.has('SUPERVISOR') && own.has(round.planId) && (
        <Popconfirm
          title={`结束${periodWords(round.period)}调度？`}
          description="结束后单位不能再报送，数字和亮灯固定，不能恢复。"
          okText="结束本期"
          onConfirm={() => close.mutate(round.id)}
        >
          <Button type="link" size="small" style={{ padding: 0 }}>
            结束本期
          </Button>
        </Popconfirm>
      )}
    </span>
  )
  return (
    <>
      <PageHead title="督导调度" note="按各计划的频次自动开启；截止日和遇休息日如何调整由计划的调度规则设定">
        {me.has('SUPERVISOR') && <Button onClick={() => setOpening(true)}>补开一期</Button>}
      </PageHead>
      <Panel flush>
        <div className="filters">
          <Select
            allowClear
            aria-label="按月份筛选"
            placeholder="月份"
            style={{ width: 156 }}
            value={search.period}
            onChange={(period) => set({ period })}
            options={periodChoices(today, search.period)}
          />
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
        <PagedListing<Round>
          query={rounds}
          idOf={({ id }) => id}
          card={(round) => <Card key={round.id} round={round} acts={acts(round)} />}
          columns={columnsWith(acts)}
          scroll={{ x: 1020 }}
          empty={
            search.period || search.plan
              ? { title: '没有符合条件的调度', note: '可放宽或清除筛选条件' }
              : { title: '没有调度记录', note: '计划采纳后，首期调度随即开启' }
          }
        />
      </Panel>
      {opening && <OpenDialog today={today} onClose={() => setOpening(false)} />}
    </>
  )
}

/** What has been handed in: what is accepted was, also where it came another way. */
const handedOf = ({ submitted, accepted }: Round) => Math.max(submitted, accepted)

function StateTag({ state }: Pick<Round, 'state'>) {
  return (
    <Tag color={state === 'OPEN' ? 'processing' : undefined} variant="filled">
      {state === 'OPEN' ? '进行中' : '已结束'}
    </Tag>
  )
}

function HandedBar({ round }: { round: Round }) {
  const handed = handedOf(round)
  return (
    <div>
      <Bar value={round.owed ? (handed / round.owed) * 100 : 0} />
      <div className="quiet small">
        应报 {round.owed}，已报 {handed}
      </div>
    </div>
  )
}

function Card({ round, acts }: { round: Round; acts: ReactNode }) {
  return (
    <div className="card">
      <div className="t">
        {periodWords(round.period)} {round.planTitle}
      </div>
      <div className="m">
        <StateTag state={round.state} />
        <span>截止日 {round.dueOn}</span>
        <span>补报截止 {round.closesOn}</span>
        {round.returned > 0 && <span>退回 {round.returned}</span>}
        {round.overdue > 0 && <span className="behind">逾期 {round.overdue}</span>}
      </div>
      <div style={{ marginTop: 6 }}>
        <HandedBar round={round} />
      </div>
      <div style={{ marginTop: 8 }}>{acts}</div>
    </div>
  )
}

const columnsWith = (acts: (round: Round) => ReactNode): TableColumnsType<Round> => [
  {
    title: '期次',
    width: 110,
    render: (_, round) => <b style={{ fontWeight: 500 }}>{periodWords(round.period)}</b>,
  },
  {
    title: '计划',
    render: (_, round) => (
      <div className="clip2" title={round.planTitle}>
        {round.planTitle}
      </div>
    ),
  },
  { title: '截止日', dataIndex: 'dueOn', width: 108 },
  { title: '补报截止', dataIndex: 'closesOn', width: 108 },
  { title: '报送进度', width: 170, render: (_, round) => <HandedBar round={round} /> },
  { title: '通过', dataIndex: 'accepted', width: 60, align: 'right' },
  { title: '退回', dataIndex: 'returned', width: 60, align: 'right' },
  {
    title: '逾期',
    width: 60,
    align: 'right',
    render: (_, { overdue }) => (overdue ? <b className="behind">{overdue}</b> : 0),
  },
  { title: '状态', width: 84, render: (_, round) => <StateTag state={round.state} /> },
  { title: '操作', width: 190, render: (_, round) => acts(round) },
]

const offered: Record<Cadence, number> = { WEEKLY: 26, MONTHLY: 12, QUARTERLY: 4 }

function OpenDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const plans = useOwnPlans()
  const open = useOpenRound()
  const [form] = Form.useForm<{ planId: string; period: string }>()
  const [cadence, setCadence] = useState<Cadence>('MONTHLY')
  const choose = (next: Cadence) => {
    setCadence(next)
    form.setFieldValue('period', recentPeriods(today, next, 1)[0])
  }
  return (
    <FormDialog<{ planId: string; period: string }>
      title="补开一期调度"
      action="开启"
      busy={open.isPending}
      form={form}
      note="调度到期自动开启，只有漏开时才需要补开；已开启的一期不会重复开启。"
      initialValues={{ period: recentPeriods(today, cadence, 1)[0] }}
      onFinish={(round) => open.mutate(round, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="planId" label="计划" rules={[{ required: true, message: '请选择计划' }]}>
        <Select
          onChange={(id) => choose(plans.data?.find((plan) => plan.id === id)?.cadence ?? 'MONTHLY')}
          options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item label="频次">
        <Radio.Group
          optionType="button"
          value={cadence}
          onChange={(event) => choose(event.target.value)}
          options={Object.entries(cadenceWords).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="period" label="期次" rules={[{ required: true, message: '请选择期次' }]}>
        <Select
          options={recentPeriods(today, cadence, offered[cadence]).map((period) => ({
            value: period,
            label: periodWords(period),
          }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
