import { InboxOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Bar } from '@/components/Bar'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { OpenReadings } from '@/features/plans/OpenReadings'
import { RoundRulesDialog } from '@/features/rounds/RoundRulesDialog'
import type { Plan } from '@/lib/api/types'
import { cutOffWords } from '@/lib/period'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { dayOf } from '@/lib/time'
import { documentKindWords, sourceWords } from '@/lib/words'

export function PlansPage() {
  const me = useMe()
  const plans = usePlans()
  const [ruled, setRuled] = useState<Plan | null>(null)
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
              <Listing<Plan>
                items={items}
                idOf={({ id }) => id}
                card={cardWith(setRuled)}
                columns={columnsWith(setRuled)}
                pagination={items.length > 30 ? { pageSize: 30 } : false}
                scroll={{ x: 960 }}
                empty={{ title: '还没有采纳的计划', note: '导入一份实施方案或任务分解表，从这里开始' }}
              />
            )}
          </Loading>
        </Panel>
      </div>
      {ruled && <RoundRulesDialog plan={ruled} onClose={() => setRuled(null)} />}
    </>
  )
}

const kindOf = ({ source, kind }: Plan) =>
  source === 'MINUTES' ? sourceWords.MINUTES : (documentKindWords[kind ?? ''] ?? '计划文件')
const numberOf = ({ documentNumber, issuer }: Plan) => [documentNumber, issuer].filter(Boolean).join(' · ')

const reportedBy = ({ cadence, reportWeekday, reportDay, reportQuarterDay }: Plan) =>
  cutOffWords({ cadence, weekday: reportWeekday, monthDay: reportDay, quarterDay: reportQuarterDay })

function PlanActs({ plan, open }: { plan: Plan; open: (plan: Plan) => void }) {
  const supervisor = useMe().has('SUPERVISOR')
  return (
    <>
      <Link to="/dashboard" search={{ plan: plan.id }}>
        看板
      </Link>
      {supervisor && (
        <Link to="/plans/$id/same" params={{ id: plan.id }}>
          同一事项
        </Link>
      )}
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(plan)}>
        调度规则
      </Button>
    </>
  )
}

const cardWith = (open: (plan: Plan) => void) => (plan: Plan) => (
  <div key={plan.id} className="card">
    <Link to="/ledger" search={{ plan: plan.id }} className="t">
      {plan.title}
    </Link>
    {numberOf(plan) && <div className="m">{numberOf(plan)}</div>}
    <div className="m">
      <span>{kindOf(plan)}</span>
      <span>{plan.countyName ?? '市级'}</span>
      <span>{reportedBy(plan)}报送</span>
      <span>
        {plan.tasks} 项，销号 {plan.closedTasks}
      </span>
    </div>
    <div style={{ marginTop: 6 }}>
      <Bar value={plan.progress} />
    </div>
    <div className="row wrap" style={{ gap: 18, marginTop: 8 }}>
      <PlanActs plan={plan} open={open} />
    </div>
  </div>
)

const columnsWith = (open: (plan: Plan) => void): TableColumnsType<Plan> => [
  {
    title: '计划',
    render: (_, plan) => (
      <div>
        <Link to="/ledger" search={{ plan: plan.id }} className="clip2">
          {plan.title}
        </Link>
        <div className="quiet small">{numberOf(plan)}</div>
      </div>
    ),
  },
  { title: '类别', width: 110, render: (_, plan) => kindOf(plan) },
  { title: '县区', width: 90, render: (_, plan) => plan.countyName ?? <span className="quiet">市级</span> },
  { title: '成文日期', width: 108, render: (_, plan) => plan.issuedOn ?? '—' },
  { title: '采纳日期', width: 108, render: (_, plan) => dayOf(plan.adoptedAt) },
  { title: '截止日', width: 110, render: (_, plan) => reportedBy(plan) },
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
    width: 190,
    render: (_, plan) => (
      <span className="row">
        <PlanActs plan={plan} open={open} />
      </span>
    ),
  },
]
