import { Link } from '@tanstack/react-router'
import { Button, Form, Popconfirm, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import type { Round } from '@/lib/api/types'
import { recentPeriods, useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { useCloseRound, useOpenRound, useRounds } from '@/lib/requests/rounds'
import { monthWords } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

export function RoundsPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/rounds')
  const rounds = useRounds({ period: search.period, plan: search.plan })
  const plans = usePlans()
  const close = useCloseRound()
  const [opening, setOpening] = useState(false)
  return (
    <>
      <PageHead title="督导调度" note="每月 1 日自动开启，报送日遇节假日顺延到下一个工作日">
        {me.has('SUPERVISOR') && <Button onClick={() => setOpening(true)}>补开一期</Button>}
      </PageHead>
      <Panel flush>
        <div className="filters">
          <Select
            allowClear
            placeholder="月份"
            style={{ width: 140 }}
            value={search.period}
            onChange={(period) => set({ period })}
            options={recentPeriods(today).map((period) => ({ value: period, label: monthWords(period) }))}
          />
          <Select
            allowClear
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
                  render: (_, round) => <b style={{ fontWeight: 500 }}>{monthWords(round.period)}</b>,
                },
                {
                  title: '计划',
                  render: (_, round) => (
                    <div className="clip2" title={round.planTitle}>
                      {round.planTitle}
                    </div>
                  ),
                },
                { title: '报送日', dataIndex: 'dueOn', width: 108 },
                { title: '截止日', dataIndex: 'closesOn', width: 108 },
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
                      {round.state === 'OPEN' && me.has('SUPERVISOR') && (
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
      {opening && <OpenDialog periods={recentPeriods(today, 12)} onClose={() => setOpening(false)} />}
    </>
  )
}

function OpenDialog({ periods, onClose }: { periods: string[]; onClose: () => void }) {
  const plans = usePlans()
  const open = useOpenRound()
  return (
    <FormDialog<{ planId: string; period: string }>
      title="补开一期调度"
      action="开启"
      busy={open.isPending}
      note="调度按月自动开启，只有漏开时才需要补开；已开启的月份不会重复开启。"
      initialValues={{ period: periods[0] }}
      onFinish={(round) => open.mutate(round, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="planId" label="计划" rules={[{ required: true, message: '请选择计划' }]}>
        <Select options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))} />
      </Form.Item>
      <Form.Item name="period" label="月份" rules={[{ required: true, message: '请选择月份' }]}>
        <Select options={periods.map((period) => ({ value: period, label: monthWords(period) }))} />
      </Form.Item>
    </FormDialog>
  )
}
