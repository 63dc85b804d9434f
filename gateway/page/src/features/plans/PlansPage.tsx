import { InboxOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Table, Tag } from 'antd'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import type { Plan, PlanReadingSummary } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { useReadings } from '@/lib/requests/readings'
import { dayOf, moment } from '@/lib/time'
import { documentKindWords, sourceWords } from '@/lib/words'

export function PlansPage() {
  const me = useMe()
  const plans = usePlans()
  return (
    <>
      <PageHead title="计划文件" note="文件导入后逐条核对，采纳即成台账并交办各单位">
        {me.has('SUPERVISOR') && (
          <Link to="/plans/import">
            <Button type="primary" icon={<InboxOutlined />}>
              导入计划文件
            </Button>
          </Link>
        )}
      </PageHead>
      <div className="stack">
        {me.has('SUPERVISOR') && <OpenReadings />}
        <Panel title="已采纳的计划" flush>
          <Loading query={plans}>
            {(items) => (
              <Table<Plan>
                size="small"
                rowKey="id"
                dataSource={items}
                pagination={items.length > 30 ? { pageSize: 30 } : false}
                scroll={{ x: 900 }}
                locale={{
                  emptyText: <Blank title="还没有采纳的计划" note="导入一份实施方案或任务分解表，从这里开始" />,
                }}
                columns={[
                  {
                    title: '计划',
                    render: (_, plan) => (
                      <div>
                        <Link to="/ledger" search={{ plan: plan.id }} className="clip2">
                          {plan.title}
                        </Link>
                        <div className="quiet small">
                          {[plan.documentNumber, plan.issuer].filter(Boolean).join(' · ')}
                        </div>
                      </div>
                    ),
                  },
                  {
                    title: '类别',
                    width: 110,
                    render: (_, plan) =>
                      plan.source === 'MINUTES'
                        ? sourceWords.MINUTES
                        : (documentKindWords[plan.kind ?? ''] ?? '计划文件'),
                  },
                  {
                    title: '县区',
                    width: 90,
                    render: (_, plan) => plan.countyName ?? <span className="quiet">市级</span>,
                  },
                  { title: '成文日期', width: 108, render: (_, plan) => plan.issuedOn ?? '—' },
                  { title: '采纳日期', width: 108, render: (_, plan) => dayOf(plan.adoptedAt) },
                  { title: '报送日', width: 92, render: (_, plan) => `每月 ${plan.reportDay} 日` },
                  {
                    title: '任务',
                    width: 120,
                    render: (_, plan) => (
                      <span>
                        {plan.tasks} 项<span className="quiet">，销号 {plan.closedTasks}</span>
                      </span>
                    ),
                  },
                  { title: '进度', width: 140, render: (_, plan) => <Bar value={plan.progress} /> },
                  {
                    title: '操作',
                    width: 70,
                    render: (_, plan) => (
                      <Link to="/dashboard" search={{ plan: plan.id }}>
                        看板
                      </Link>
                    ),
                  },
                ]}
              />
            )}
          </Loading>
        </Panel>
      </div>
    </>
  )
}

function OpenReadings() {
  const readings = useReadings()
  const open = readings.data?.filter(({ state }) => state === 'OPEN') ?? []
  if (open.length === 0) return null
  return (
    <Panel title="核对中的文件" flush>
      <ul className="work">
        {open.map((reading: PlanReadingSummary) => (
          <li key={reading.id}>
            <div className="what">
              <Link to="/plans/readings/$id" params={{ id: reading.id }}>
                {reading.title || reading.fileName}
              </Link>
              <div className="sub">
                <span>{reading.fileName}</span>
                <span>{moment(reading.createdAt)} 导入</span>
                <span>{reading.tasks} 项任务</span>
                {reading.openFindings > 0 && (
                  <Tag variant="filled" color="warning">
                    {reading.openFindings} 个疑点
                  </Tag>
                )}
              </div>
            </div>
            <div className="act">
              <Link to="/plans/readings/$id" params={{ id: reading.id }}>
                <Button>继续核对</Button>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
