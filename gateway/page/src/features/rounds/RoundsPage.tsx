import { Link } from '@tanstack/react-router'
import { Button, Form, Popconfirm, Radio, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import type { Round } from '@/lib/api/types'
import { type Cadence, cadenceWords, periodWords, recentPeriods } from '@/lib/period'
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
            style={{ width: 140 }}
            value={search.period}
            onChange={(period) => set({ period })}
            options={recentPeriods(today, 'MONTHLY', 18).map((period) => ({
              value: period,
              label: periodWords(period),
            }))}
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
        <Loading query={rounds}>
          {(items) => (
            <Table<Round>
              size="small"
              rowKey="id"
              dataSource={items}
              pagination={items.length > 50 ? { pageSize: 50 } : false}
              scroll={{ x: 1020 }}
              locale={{ emptyText: <Blank title="没有调度记录" note="计划采纳后，首期调度随即开启" /> }}
              columns={[
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
                {
                  title: '报送进度',
                  width: 170,
                  render: (_, { owed, submitted, accepted }) => {
                    const handed = Math.max(submitted, accepted)
                    return (
                      <div>
                        <Bar value={owed ? (handed / owed) * 100 : 0} />
                        <div className="quiet small">
                          应报 {owed}，已报 {handed}
                        </div>
                      </div>
                    )
                  },
                },
                { title: '通过', dataIndex: 'accepted', width: 60, align: 'right' },
                { title: '退回', dataIndex: 'returned', width: 60, align: 'right' },
                {
                  title: '逾期',
                  width: 60,
                  align: 'right',
                  render: (_, { overdue }) =>
                    overdue ? <span style={{ color: '#c43d34', fontWeight: 600 }}>{overdue}</span> : 0,
                },
                {
                  title: '状态',
                  width: 84,
                  render: (_, { state }) => (
                    <Tag color={state === 'OPEN' ? 'processing' : undefined} variant="filled">
                      {state === 'OPEN' ? '进行中' : '已关闭'}
                    </Tag>
                  ),
                },
                {
                  title: '操作',
                  width: 170,
                  render: (_, round) => (
                    <span className="row">
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
                          title="关闭本期调度？"
                          description="关闭后单位不能再报送，数字固定。"
                          okText="关闭本期"
                          onConfirm={() => close.mutate(round.id)}
                        >
                          <Button type="link" size="small" style={{ padding: 0 }}>
                            关闭
                          </Button>
                        </Popconfirm>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Loading>
      </Panel>
      {opening && <OpenDialog today={today} onClose={() => setOpening(false)} />}
    </>
  )
}

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
