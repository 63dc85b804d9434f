import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Fact, Facts } from '@/components/Facts'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { Picture } from '@/components/Picture'
import { DefineDialog } from '@/features/indicators/DefineDialog'
import { EntryDialog } from '@/features/indicators/EntryDialog'
import { coursePicture, courseWords } from '@/features/indicators/pictures'
import { SameDialog } from '@/features/indicators/SameDialog'
import { StandingTag } from '@/features/indicators/StandingTag'
import { type Entering, ValueGrid } from '@/features/indicators/ValueGrid'
import { ValueHistory } from '@/features/indicators/ValueHistory'
import { carriedWords, cycleWords, rollUpWords } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { useIndicator } from '@/lib/requests/indicators'
import { longDay } from '@/lib/time'

export function IndicatorPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const indicator = useIndicator(id)
  return <Loading query={indicator}>{(data) => <IndicatorView key={data.id} indicator={data} />}</Loading>
}

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
              actions={<span className="quiet small">{rollUpWords[indicator.rollUp]}；带 * 的已更正</span>}
            >
              <ValueGrid indicator={indicator} enter={setEntering} />
            </Panel>
            <ValueHistory indicator={indicator} />
          </div>
          <aside className="stack">
            <Panel title="目标">
              <Facts>
                <Fact name="目标">{indicator.finalTarget.words}</Fact>
                <Fact name="时限">{indicator.finalDueOn ? `${longDay(indicator.finalDueOn)}前` : '没有写明'}</Fact>
                {indicator.yearly.map(({ year, value, upper }) => (
                  <Fact key={year} name={`${year}年`}>
                    {`${value}${upper == null ? '' : `至${upper}`}${target.measure}`}
                  </Fact>
                ))}
                <Fact name="周期">
                  {indicator.origin === 'SATISFACTION' ? '按群众评价自动计算' : `${cycleWords[indicator.cycle]}填报`}
                </Fact>
                {indicator.countyName && <Fact name="属于">{indicator.countyName}</Fact>}
              </Facts>
            </Panel>
            {indicator.counties.length > 0 && <Counties indicator={indicator} />}
            <Panel title="由谁提出">
              {indicator.sources.length === 0 ? (
                <p className="quiet">
                  {indicator.origin === 'SATISFACTION' ? '系统设定' : '督导部门设定，或提出它的计划不在您的查看范围内'}
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
