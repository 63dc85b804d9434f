import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { figureColumns } from '@/features/dashboard/figureColumns'
import type { Within } from '@/features/dashboard/rows'
import type { PlanFigures } from '@/lib/api/types'
import { usePlanFigures } from '@/lib/requests/overview'

/** 各计划明细: the plans with most left to hand in first; one plan alone needs no table. */
export function PlanTable({ within, period }: { within: Within; period: string }) {
  const narrow = useNarrow()
  const figures = usePlanFigures({ ...within, period })
  const plans = figures.data ?? []
  if (figures.error && !figures.data) return <ProblemView reason={figures.error} retry={() => figures.refetch()} />
  if (plans.length < 2) return null
  return (
    <Panel title="各计划明细" flush>
      <Table<PlanFigures>
        size="small"
        rowKey="planId"
        dataSource={plans}
        pagination={plans.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: narrow ? 640 : 1000 }}
        columns={[
          {
            title: '计划',
            render: (_, { planId, planTitle }) => (
              <Link to="/dashboard" search={{ ...within, plan: planId, period }} className="clip2" title={planTitle}>
                {planTitle}
              </Link>
            ),
          },
          ...figureColumns<PlanFigures>(({ planId }) => ({ ...within, plan: planId }), period, narrow),
        ]}
      />
    </Panel>
  )
}
