import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Table } from 'antd'
import { useMemo, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { Picture } from '@/components/Picture'
import { UnitName } from '@/components/UnitNames'
import { DefineDialog } from '@/features/indicators/DefineDialog'
import { EntryDialog } from '@/features/indicators/EntryDialog'
import { type Cell, type GridRow, gridOf } from '@/features/indicators/grid'
import { coursePicture, courseWords } from '@/features/indicators/pictures'
import { SameDialog } from '@/features/indicators/SameDialog'
import { StandingTag } from '@/features/indicators/StandingTag'
import { carriedWords, cycleWords, periodWords, rollUpWords, shortPeriod } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { useIndicator, useIndicatorHistory } from '@/lib/requests/indicators'
import { longDay, moment } from '@/lib/time'

export function IndicatorPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const indicator = useIndicator(id)
  return <Loading query={indicator}>{(data) => <IndicatorView key={data.id} indicator={data} />}</Loading>
}

type Entering = { unitId?: string; period?: string }

function IndicatorView({ indicator }: { indicator: TrackedIndicator }) {
  const [entering, setEntering] = useState<Entering | null>(null)
  const [defining, setDefining] = useState(false)
  const [comparing, setComparing] = useState(false)
  const { target, latest } = indicator
  const picture = useMemo(() => coursePicture(indicator), [indicator])
  return (
    <>
      <PageHead
        title={indicator.name}
        note={
          <span className="row wrap">
            <StandingTag standing={indicator.standing} />
            <span>{indicator.standingWords}</span>
          </span>
        }
      >
        {indicator.allowed.includes('DEFINE') && <Button onClick={() => setDefining(true)}>调整指标</Button>}
        {indicator.allowed.includes('MEASURE') && (
          <Button type="primary" onClick={() => setEntering({})}>
            填报数值
          </Button>
        )}
      </PageHead>
      <div className="stack">
        {indicator.same.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={`与${indicator.same.map(({ name }) => `「${name}」`).join('、')}口径和目标相同，疑似同一指标`}
            action={
              <Button size="small" onClick={() => setComparing(true)}>
                逐组确认
              </Button>
            }
          />
        )}
        <div className="two">
          <div className="stack">
            <Panel title="走势" actions={<span className="quiet small">{indicator.trendWords}</span>}>
              {indicator.points.length === 0 ? (
                <Blank title="尚无数据" note="填报后，这里显示走势和按目前进度的预测" />
              ) : (
                <>
                  <p style={{ marginBottom: 8 }}>
                    <b>{indicator.forecast.words}</b>
                    {latest && carriedWords(latest) && <span className="quiet small">（{carriedWords(latest)}）</span>}
                  </p>
                  <Picture option={picture} height={260} label={courseWords(indicator)} />
                </>
              )}
            </Panel>
            <Panel
              flush
              title="各单位各时段"
              actions={<span className="quiet small">{rollUpWords[indicator.rollUp]}</span>}
            >
              <Grid indicator={indicator} enter={setEntering} />
            </Panel>
            <History indicator={indicator} />
          </div>
          <aside className="stack">
            <Panel title="目标">
              <dl className="facts">
                <Fact name="目标" words={indicator.finalTarget.words} />
                <Fact name="时限" words={indicator.finalDueOn ? `${longDay(indicator.finalDueOn)}前` : '没有写明'} />
                {indicator.yearly.map(({ year, value, upper }) => (
                  <Fact
                    key={year}
                    name={`${year}年`}
                    words={`${value}${upper == null ? '' : `至${upper}`}${target.measure}`}
                  />
                ))}
                <Fact
                  name="周期"
                  words={
                    indicator.origin === 'SATISFACTION' ? '按群众评价自动计算' : `${cycleWords[indicator.cycle]}填报`
                  }
                />
                {indicator.countyName && <Fact name="属于" words={indicator.countyName} />}
              </dl>
            </Panel>
            {indicator.counties.length > 0 && <Counties indicator={indicator} />}
            <Panel title="由谁提出">
              {indicator.sources.length === 0 ? (
                <p className="quiet">
                  {indicator.origin === 'SATISFACTION' ? '系统设定' : '督导部门设定，或提出它的方案不在您的查看范围内'}
                </p>
              ) : (
                indicator.sources.map((source) => (
                  <div className="quote" key={`${source.planId} ${source.taskId ?? ''} ${source.text}`}>
                    <p>“{source.text}”</p>
                    <p className="small">
                      {source.taskId ? (
                        <Link to="/tasks/$id" params={{ id: source.taskId }}>
                          {source.taskOrdinal}. {source.taskTitle}
                        </Link>
                      ) : (
                        '工作目标'
                      )}
                    </p>
                    <p className="quiet small">{source.planTitle}</p>
                  </div>
                ))
              )}
            </Panel>
          </aside>
        </div>
      </div>
      {entering && <EntryDialog indicator={indicator} {...entering} onClose={() => setEntering(null)} />}
      {defining && (
        <DefineDialog indicator={indicator} onClose={() => setDefining(false)} onDone={() => setDefining(false)} />
      )}
      {comparing && <SameDialog onClose={() => setComparing(false)} />}
    </>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function Counties({ indicator }: { indicator: TrackedIndicator }) {
  return (
    <Panel title="各县区">
      <div className="stack tight">
        {indicator.counties.map((county) => {
          const last = county.points[county.points.length - 1]
          return (
            <div key={county.countyId ?? ''} className="row wrap between">
              <span>{county.countyName}</span>
              <span className="row">
                {county.standing && <StandingTag standing={county.standing} />}
                <b>{last ? `${last.value}${indicator.target.measure}` : '—'}</b>
              </span>
            </div>
          )
        })}
      </div>
    </Panel>
  )
}

function Grid({ indicator, enter }: { indicator: TrackedIndicator; enter: (what: Entering) => void }) {
  const rows = gridOf(indicator)
  if (rows.length === 0)
    return (
      <Blank
        title="还没有填报单位"
        note={indicator.allowed.includes('DEFINE') ? '在“调整指标”中指定由哪些单位填报' : '由督导部门指定填报单位'}
      />
    )
  return (
    <Table<GridRow>
      size="small"
      rowKey={(row) => row.unit.unit.id}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 190 + indicator.periods.length * 84 }}
      columns={[
        {
          title: '单位',
          width: 190,
          fixed: 'left',
          render: (_, { unit }) => (
            <>
              <UnitName unit={unit.unit} />
              {unit.standing && unit.standing !== 'NO_DATA' && (
                <div className="small" title={unit.words ?? undefined}>
                  <StandingTag standing={unit.standing} />
                </div>
              )}
            </>
          ),
        },
        ...indicator.periods.map(({ period, words }) => ({
          title: <span title={words}>{shortPeriod(period)}</span>,
          width: 84,
          align: 'right' as const,
          render: (_: unknown, row: GridRow) => (
            <ValueCell
              cell={row.cells[period]}
              label={`${row.unit.unit.name}${words}`}
              enter={() => enter({ unitId: row.unit.unit.id, period })}
            />
          ),
        })),
      ]}
    />
  )
}

function ValueCell({ cell, label, enter }: { cell: Cell | undefined; label: string; enter: () => void }) {
  const value = cell?.value
  const corrected = !!value && value.version > 1
  const words = value
    ? [value.by ? `${value.by} ${moment(value.at)}` : '自动计算', value.note, corrected && '有更正']
        .filter(Boolean)
        .join('；')
    : undefined
  const shown = value ? `${value.value}${corrected ? '*' : ''}` : '—'
  if (!cell?.mayEnter)
    return (
      <span title={words} className={value ? undefined : 'quiet'}>
        {shown}
      </span>
    )
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0, height: 'auto' }}
      title={words}
      aria-label={`${value ? '更正' : '填报'}${label}`}
      onClick={enter}
    >
      {value ? shown : '填报'}
    </Button>
  )
}

function History({ indicator }: { indicator: TrackedIndicator }) {
  const history = useIndicatorHistory(indicator.id)
  if (indicator.origin === 'SATISFACTION') return null
  const { measure } = indicator.target
  return (
    <Panel title="填报和更正">
      <Loading query={history}>
        {({ pages }) => {
          const changes = pages.flatMap((page) => page.items)
          if (changes.length === 0) return <p className="quiet">还没有填报</p>
          return (
            <>
              <div className="stack tight">
                {changes.map((change) => (
                  <div key={change.id}>
                    <span>
                      {change.unit.shortName} {periodWords(change.period)}：
                      {change.before == null ? (
                        <b>
                          {change.after}
                          {measure}
                        </b>
                      ) : (
                        <>
                          由 {change.before}
                          {measure} 更正为{' '}
                          <b>
                            {change.after}
                            {measure}
                          </b>
                        </>
                      )}
                    </span>
                    {change.note && <span className="quiet">，{change.note}</span>}
                    <div className="quiet small">
                      {moment(change.at)} {change.by}
                      {change.enteredBy === 'REPORT' ? '，随进展报送' : ''}
                    </div>
                  </div>
                ))}
              </div>
              <More
                has={history.hasNextPage}
                loading={history.isFetchingNextPage}
                load={history.fetchNextPage}
                shown={0}
              />
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}
