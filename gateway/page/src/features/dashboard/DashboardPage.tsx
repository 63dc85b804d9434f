import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { UnitSelect } from '@/components/UnitSelect'
import { Board } from '@/features/dashboard/Board'
import { itemsOf } from '@/lib/pages'
import { periodChoices, periodOfDay, periodWords } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useCounties } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { useOverview } from '@/lib/requests/overview'
import { usePlans } from '@/lib/requests/plans'
import { useRounds } from '@/lib/requests/rounds'
import { moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

export function DashboardPage() {
  const today = useToday()
  const { search, set } = useFilter('/dashboard')
  const period = search.period ?? periodOfDay(today, 'MONTHLY')
  const me = useMe()
  const overview = useOverview({ period, plan: search.plan, unit: search.unit, county: search.county })
  const counties = useCounties(me.staff)
  const plans = usePlans()
  const plan = plans.data?.find(({ id }) => id === search.plan)
  return (
    <>
      <PageHead
        title={`督导看板 · ${periodWords(period)}`}
        note={
          <>
            {plan ? plan.title : '全部计划'}
            {overview.data?.unit && ` · ${overview.data.unit.name}`}
            {search.county && ` · ${counties.data?.find(({ id }) => id === search.county)?.name ?? '一个县区'}`}
            {overview.data && `，数据截至 ${moment(overview.data.asOf)}`}
          </>
        }
      >
        <Select
          aria-label="月份"
          style={{ width: 156 }}
          value={period}
          onChange={(value) => set({ period: value })}
          options={periodChoices(today, period)}
        />
        <Select
          allowClear
          aria-label="计划"
          placeholder="全部计划"
          style={{ width: 260 }}
          popupMatchSelectWidth={420}
          value={search.plan}
          onChange={(value) => set({ plan: value })}
          options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {me.staff && (
          <UnitSelect
            allowClear
            aria-label="单位"
            placeholder="全部单位"
            style={{ width: 150 }}
            value={search.unit}
            onChange={(unit) => set({ unit, county: undefined })}
          />
        )}
        {me.staff && (counties.data?.length ?? 0) > 1 && (
          <Select
            allowClear
            aria-label="县区"
            placeholder="全部县区"
            style={{ width: 120 }}
            value={search.county}
            onChange={(county) => set({ county, unit: undefined })}
            options={counties.data?.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {search.plan && <BulletinLink period={period} plan={search.plan} />}
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <Loading query={overview}>{(data) => <Board overview={data} />}</Loading>
    </>
  )
}

function BulletinLink(of: { period: string; plan: string }) {
  const round = itemsOf(useRounds(of).data)[0]
  return round ? (
    <Link to="/rounds/$id/bulletin" params={{ id: round.id }}>
      <Button>通报</Button>
    </Link>
  ) : null
}
