import { Link, useNavigate } from '@tanstack/react-router'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { Blank } from '@/components/Blank'
import { Panel } from '@/components/Panel'
import { Picture } from '@/components/Picture'
import { useNarrow } from '@/components/useNarrow'
import { PlanTable } from '@/features/dashboard/PlanTable'
import { lightsPicture, ranksPicture, trendPicture } from '@/features/dashboard/pictures'
import { ledgerOf, reportsOf, withinOf } from '@/features/dashboard/rows'
import { Still } from '@/features/dashboard/Still'
import { UnitFigures } from '@/features/dashboard/UnitFigures'
import type { Overview } from '@/lib/api/types'
import { rate } from '@/lib/percent'
import { periodWords, shortPeriod } from '@/lib/period'
import { useUnitWords } from '@/lib/unitWords'
import { handedStates, lightColours, lights, lightWords, owedStates } from '@/lib/words'

type Words = Record<string, string>

/** The month in figures and pictures; each leads to the tasks or reports that it counts. */
export function Board({ overview }: { overview: Overview }) {
  const navigate = useNavigate()
  const narrow = useNarrow()
  const words = useUnitWords()
  const { totals, units, counties, trend } = overview
  const within = withinOf(overview)
  const plan = ledgerOf(within)
  const period = reportsOf(within, overview.period)
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
  const trendOption = useMemo(() => trendPicture(trend, shortPeriod), [trend])
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
          search={{ ...period, state: owedStates.join(',') }}
        />
        <Figure
          words="按时率"
          value={rate(totals.onTimeRate)}
          note={`按时 ${totals.onTime}，迟报 ${totals.late}`}
          to="/reports"
          search={{ ...period, state: handedStates.join(',') }}
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
              label={`近 ${trend.length} 个月按时率：${trend.map((one) => `${periodWords(one.period)} ${rate(one.onTimeRate)}`).join('，')}`}
              onPick={(name) => {
                const picked = trend.find(({ period: one }) => shortPeriod(one) === name)
                if (picked) navigate({ to: '/dashboard', search: { ...within, period: picked.period } })
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

      <Still plan={plan} />

      <UnitFigures units={units} within={within} period={overview.period} />
      {!overview.planId && <PlanTable within={within} period={overview.period} />}
    </div>
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
