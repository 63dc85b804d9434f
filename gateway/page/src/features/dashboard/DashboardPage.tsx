import { PrinterOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select, Table, type TableColumnsType, Tooltip } from 'antd'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { Picture } from '@/components/Picture'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import { lightsPicture, ranksPicture, trendPicture } from '@/features/dashboard/pictures'
import type { Figures, Lights, Overview } from '@/lib/api/types'
import { rate } from '@/lib/percent'
import { periodOf, recentPeriods, useToday } from '@/lib/requests/clock'
import { useOverview } from '@/lib/requests/overview'
import { usePlans } from '@/lib/requests/plans'
import { useRounds } from '@/lib/requests/rounds'
import { moment, monthWords } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'
import { lightColours, lights, lightWords } from '@/lib/words'

type Words = Record<string, string>

export function DashboardPage() {
  const today = useToday()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { period?: string; plan?: string }
  const period = search.period ?? periodOf(today)
  const overview = useOverview(period, search.plan)
  const plans = usePlans()
  const set = (change: { period?: string; plan?: string }) => {
    const next = { ...search, ...change }
    navigate({ to: '/dashboard', search: Object.fromEntries(Object.entries(next).filter(([, v]) => v)) as Words })
  }
  const plan = plans.data?.find(({ id }) => id === search.plan)
  return (
    <>
      <PageHead
        title={`督导看板 · ${monthWords(period)}`}
        note={
          <>
            {plan ? plan.title : '全部计划'}
            {overview.data && `，数据截至 ${moment(overview.data.asOf)}`}
          </>
        }
      >
        <Select
          aria-label="月份"
          style={{ width: 132 }}
          value={period}
          onChange={(value) => set({ period: value })}
          options={[...new Set([period, ...recentPeriods(today)])]
            .sort()
            .reverse()
            .map((value) => ({ value, label: monthWords(value) }))}
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
  const round = useRounds(of).data?.[0]
  return round ? (
    <Link to="/rounds/$id/bulletin" params={{ id: round.id }}>
      <Button>通报</Button>
    </Link>
  ) : null
}

function Board({ overview }: { overview: Overview }) {
  const navigate = useNavigate()
  const narrow = useNarrow()
  const words = useUnitWords()
  const { totals, units, counties, trend } = overview
  const plan: Words = overview.planId ? { plan: overview.planId } : {}
  const period: Words = { ...plan, period: overview.period }
  const ranked = useMemo(() => units.filter(({ owed }) => owed > 0), [units])
  const best = ranked.slice(0, 12)
  const lightsOption = useMemo(() => lightsPicture(totals.lights, narrow), [totals.lights, narrow])
  const ranksOption = useMemo(
    () => ranksPicture(best.map(({ unit, ...figures }) => ({ name: words(unit), ...figures }))),
    [best, words],
  )
  const countiesOption = useMemo(
    () => ranksPicture(counties.map(({ countyName, ...figures }) => ({ name: countyName || '市级', ...figures }))),
    [counties],
  )
  const trendOption = useMemo(() => trendPicture(trend, (one) => `${Number(one.slice(5))}月`), [trend])
  const lightOf = (name: string) => lights.find((light) => lightWords[light] === name)

  if (totals.tasks === 0)
    return (
      <Panel>
        <Blank title="还没有可统计的任务" note="计划采纳后，这里按月显示报送、亮灯和完成情况" />
      </Panel>
    )
  return (
    <div className="stack">
      <section className="panel figures" aria-label="总体数字">
        <Figure
          words="任务总数"
          value={totals.tasks}
          note={`未销号 ${totals.openTasks} 项`}
          to="/ledger"
          search={plan}
        />
        <Figure
          words="销号率"
          value={rate(totals.completionRate)}
          note={`已销号 ${totals.closedTasks} 项`}
          to="/ledger"
          search={{ ...plan, state: 'CLOSED' }}
        />
        <Figure
          words="已报 / 应报"
          value={
            <>
              {totals.submitted} / {totals.owed}
            </>
          }
          note={`报送率 ${rate(totals.submissionRate)}`}
          to="/reports"
          search={period}
        />
        <Figure
          words="按时率"
          value={rate(totals.onTimeRate)}
          note={`按时 ${totals.onTime}，迟报 ${totals.late}`}
          to="/reports"
          search={{ ...period, state: 'SUBMITTED,ACCEPTED' }}
        />
        <Figure
          words="逾期未报"
          value={totals.overdue}
          tone={totals.overdue ? '#c43d34' : undefined}
          note={`退回待改 ${totals.returned} 项`}
          to="/reports"
          search={{ ...period, light: 'RED' }}
        />
        <Figure words="平均进度" value={rate(totals.averageProgress)} note="全部任务" to="/ledger" search={plan} />
      </section>

      <div className="grid2">
        <Panel title="本月报送亮灯">
          <Picture
            option={lightsOption}
            height={262}
            label={`亮灯：${lights.map((light) => `${lightWords[light]} ${totals.lights[light] ?? 0}`).join('，')}`}
            onPick={(name) => {
              const light = lightOf(name)
              if (light) navigate({ to: '/reports', search: { ...period, light } })
            }}
          />
          <nav className="row wrap" style={{ justifyContent: 'center', gap: '4px 18px' }}>
            {lights.map((light) => (
              <Link
                key={light}
                to="/reports"
                search={{ ...period, light }}
                className="light"
                style={{ '--tone': lightColours[light], color: 'inherit' } as CSSProperties}
              >
                <i />
                {lightWords[light]} {totals.lights[light] ?? 0}
              </Link>
            ))}
          </nav>
        </Panel>
        <Panel title="报送趋势">
          {trend.length > 0 ? (
            <Picture
              option={trendOption}
              height={290}
              label={`近 ${trend.length} 个月按时率：${trend.map((one) => `${monthWords(one.period)} ${rate(one.onTimeRate)}`).join('，')}`}
              onPick={(name) => {
                const picked = trend.find(({ period: one }) => `${Number(one.slice(5))}月` === name)
                if (picked) navigate({ to: '/dashboard', search: { ...plan, period: picked.period } })
              }}
            />
          ) : (
            <Blank title="还没有历史数据" note="第一期调度之后显示趋势" />
          )}
        </Panel>
      </div>

      <div className={counties.length > 1 ? 'grid2 wide-first' : undefined}>
        <Panel title={`各单位按时率${ranked.length > 12 ? '（前 12 位）' : ''}`}>
          {best.length > 0 ? (
            <Picture
              option={ranksOption}
              height={Math.max(220, best.length * 32 + 60)}
              label={`按时率排名：${best.map(({ unit, onTimeRate }) => `${words(unit)} ${rate(onTimeRate)}`).join('，')}`}
              onPick={(name) => {
                const row = best.find(({ unit }) => words(unit) === name)
                if (row) navigate({ to: '/reports', search: { ...period, unit: row.unit.id } })
              }}
            />
          ) : (
            <Blank title="本月没有应报送的任务" />
          )}
        </Panel>
        {counties.length > 1 && (
          <Panel title="县区对比">
            <Picture
              option={countiesOption}
              height={Math.max(220, counties.length * 46 + 60)}
              label={`县区按时率：${counties.map(({ countyName, onTimeRate }) => `${countyName || '市级'} ${rate(onTimeRate)}`).join('，')}`}
              onPick={(name) => {
                const row = counties.find(({ countyName }) => countyName === name)
                if (row?.countyId) navigate({ to: '/reports', search: { ...period, county: row.countyId } })
              }}
            />
          </Panel>
        )}
      </div>

      <Panel title="单位明细" flush>
        <Table<Overview['units'][number]>
          size="small"
          rowKey={({ unit }) => unit.id}
          dataSource={units}
          pagination={false}
          scroll={{ x: narrow ? 560 : 1000 }}
          columns={[
            {
              title: '名次',
              width: 60,
              align: 'center',
              render: (_, row, index) =>
                row.onTimeRate === null ? (
                  <span className="quiet">—</span>
                ) : (
                  <span className={`rank${index < 3 ? ' first' : ''}`}>{index + 1}</span>
                ),
            },
            {
              title: '单位',
              render: (_, { unit }) => (
                <Link to="/ledger" search={{ ...plan, unit: unit.id }} className="unit-name">
                  <UnitName unit={unit} />
                </Link>
              ),
            },
            ...(narrow
              ? []
              : [
                  {
                    title: '县区',
                    width: 90,
                    render: (_: unknown, { unit }: Overview['units'][number]) =>
                      unit.countyName ?? <span className="quiet">市级</span>,
                  },
                ]),
            ...figureColumns<Overview['units'][number]>((row) => ({ ...period, unit: row.unit.id })).filter(
              ({ title }) => !narrow || ['应报', '逾期', '报送率', '按时率', '亮灯'].includes(String(title)),
            ),
          ]}
        />
      </Panel>
    </div>
  )
}

function figureColumns<T extends Figures>(rows: (row: T) => Words): TableColumnsType<T> {
  const link = (row: T, state: string | undefined, value: ReactNode) => (
    <Link
      to="/reports"
      search={{ ...rows(row), ...(state && (state === 'RED' ? { light: state } : { state })) }}
      style={{ color: 'inherit' }}
    >
      {value}
    </Link>
  )
  return [
    { title: '任务', dataIndex: 'tasks', width: 64, align: 'right' },
    { title: '应报', width: 64, align: 'right', render: (_, row) => link(row, undefined, row.owed) },
    { title: '通过', width: 64, align: 'right', render: (_, row) => link(row, 'ACCEPTED', row.accepted) },
    { title: '退回', width: 64, align: 'right', render: (_, row) => link(row, 'RETURNED', row.returned) },
    { title: '迟报', dataIndex: 'late', width: 64, align: 'right' },
    {
      title: '逾期',
      width: 64,
      align: 'right',
      render: (_, row) =>
        link(row, 'RED', row.overdue ? <b style={{ color: '#c43d34' }}>{row.overdue}</b> : <span>0</span>),
    },
    { title: '报送率', width: 82, align: 'right', render: (_, row) => rate(row.submissionRate) },
    {
      title: '按时率',
      width: 82,
      align: 'right',
      render: (_, row) => <b style={{ fontWeight: 600 }}>{rate(row.onTimeRate)}</b>,
    },
    { title: '平均进度', width: 86, align: 'right', render: (_, row) => rate(row.averageProgress) },
    { title: '亮灯', width: 150, render: (_, row) => <LightBar counted={row.lights} /> },
  ]
}

function LightBar({ counted }: { counted: Lights }) {
  const shown = lights.filter((light) => (counted[light] ?? 0) > 0)
  const words = shown.map((light) => `${lightWords[light]} ${counted[light]}`).join('，')
  return (
    <Tooltip title={words}>
      <div className="lightbar" role="img" aria-label={words || '无'}>
        {shown.map((light) => (
          <div key={light} style={{ flex: counted[light], background: lightColours[light] }} />
        ))}
      </div>
    </Tooltip>
  )
}

function Figure(props: { words: string; value: ReactNode; note: string; to: string; search: Words; tone?: string }) {
  return (
    <Link to={props.to} search={props.search}>
      <span>{props.words}</span>
      <b style={{ color: props.tone }}>{props.value}</b>
      <small>{props.note}</small>
    </Link>
  )
}
