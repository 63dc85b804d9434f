import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { DefineDialog } from '@/features/indicators/DefineDialog'
import { SameDialog } from '@/features/indicators/SameDialog'
import { Spark } from '@/features/indicators/Spark'
import { StandingTag } from '@/features/indicators/StandingTag'
import { periodWords, standingWords } from '@/features/indicators/words'
import type { IndicatorCounts, IndicatorRow } from '@/lib/api/types'
import { useIndicatorCounts, useIndicators } from '@/lib/requests/indicators'
import { useMe } from '@/lib/requests/me'
import { longDay } from '@/lib/time'

const groups: { value: string; label: string; of: (counts: IndicatorCounts) => number }[] = [
  { value: '', label: '全部', of: ({ total }) => total },
  { value: 'REACHED', label: standingWords.REACHED, of: ({ reached }) => reached },
  { value: 'ON_TRACK', label: standingWords.ON_TRACK, of: ({ onTrack }) => onTrack },
  { value: 'SHORT', label: standingWords.SHORT, of: ({ undecided }) => undecided },
  { value: 'LAGGING', label: standingWords.LAGGING, of: ({ lagging }) => lagging },
  { value: 'MISSED', label: standingWords.MISSED, of: ({ missed }) => missed },
  { value: 'NO_DATA', label: standingWords.NO_DATA, of: ({ noData }) => noData },
]

export function IndicatorsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const [creating, setCreating] = useState(false)
  const [comparing, setComparing] = useState(false)
  const counts = useIndicatorCounts().data
  const indicators = useIndicators({
    standing: search.standing,
    plan: search.plan,
    task: search.task,
    county: search.county,
    unit: search.unit,
    q: search.q,
  })
  const set = (change: Record<string, string | undefined>) =>
    navigate({
      to: '/indicators',
      search: Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value)) as Record<
        string,
        string
      >,
    })
  return (
    <>
      <PageHead title="目标指标" note="各计划提出的量化目标：到了多少，离目标多远，按目前进度何时达到">
        {me.has('SUPERVISOR') && (
          <Button type="primary" onClick={() => setCreating(true)}>
            新增指标
          </Button>
        )}
      </PageHead>
      {counts && counts.same > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 14 }}
          title={`有 ${counts.same} 组指标口径和目标相同，疑似同一指标`}
          description="确认合并后，各单位今后只需填报一次，来源都保留。"
          action={
            <Button size="small" onClick={() => setComparing(true)}>
              逐组确认
            </Button>
          }
        />
      )}
      <Panel flush>
        <div className="row wrap" style={{ padding: '12px 16px', gap: 10 }}>
          <Segmented
            value={search.standing ?? ''}
            onChange={(standing) => set({ standing: String(standing) || undefined })}
            options={groups.map(({ value, label, of }) => ({
              value,
              label: counts ? `${label} ${of(counts)}` : label,
            }))}
            style={{ maxWidth: '100%', overflowX: 'auto' }}
          />
          <Input.Search
            allowClear
            placeholder="指标名称"
            aria-label="按名称查找"
            style={{ width: 200 }}
            defaultValue={search.q}
            onSearch={(q) => set({ q: q.trim() || undefined })}
          />
        </div>
        <Narrowed
          by={[
            { words: search.plan && '一项计划', drop: () => set({ plan: undefined }) },
            { words: search.task && '一项任务', drop: () => set({ task: undefined }) },
            { words: search.county && '一个县区', drop: () => set({ county: undefined }) },
            { words: search.unit && '一个单位', drop: () => set({ unit: undefined }) },
          ]}
        />
        <PagedListing<IndicatorRow>
          query={indicators}
          idOf={(row) => row.id}
          empty={
            Object.keys(search).length > 0
              ? { title: '没有符合条件的指标', note: '可放宽或清除筛选条件' }
              : { title: '还没有指标', note: '计划采纳后，其中的量化目标会自动列在这里' }
          }
          card={(row) => (
            <Link key={row.id} to="/indicators/$id" params={{ id: row.id }} className="card">
              <div className="t">{row.name}</div>
              <div className="m">
                <StandingTag standing={row.standing} />
                <span>目标{row.target.words}</span>
                {row.latest && (
                  <b>
                    {row.latest.value}
                    {row.target.measure}
                  </b>
                )}
              </div>
              <div className="m">
                <span>{row.forecast.words}</span>
              </div>
            </Link>
          )}
          scroll={{ x: 1080 }}
          columns={[
            {
              title: '达标情况',
              width: 118,
              render: (_, row) => <StandingTag standing={row.standing} />,
            },
            {
              title: '指标',
              render: (_, row) => (
                <>
                  <Link to="/indicators/$id" params={{ id: row.id }} className="clip2">
                    {row.name}
                  </Link>
                  <Stated row={row} />
                </>
              ),
            },
            {
              title: '目标',
              width: 150,
              render: (_, row) => (
                <>
                  <div>{row.target.words}</div>
                  {row.dueOn && <div className="quiet small">{longDay(row.dueOn)}前</div>}
                </>
              ),
            },
            {
              title: '最新',
              width: 120,
              render: (_, row) =>
                row.latest ? (
                  <>
                    <b>
                      {row.latest.value}
                      {row.target.measure}
                    </b>
                    <div className="quiet small">{periodWords(row.latest.period)}</div>
                  </>
                ) : (
                  <span className="quiet">—</span>
                ),
            },
            {
              title: '走势',
              width: 140,
              render: (_, row) => <Spark points={row.points} target={row.target} />,
            },
            {
              title: '预测',
              width: 250,
              render: (_, row) => <span className="small">{row.forecast.words}</span>,
            },
          ]}
        />
      </Panel>
      {creating && (
        <DefineDialog
          onClose={() => setCreating(false)}
          onDone={({ id }) => navigate({ to: '/indicators/$id', params: { id }, search: {} })}
        />
      )}
      {comparing && <SameDialog onClose={() => setComparing(false)} />}
    </>
  )
}

function Stated({ row }: { row: IndicatorRow }) {
  const [first, ...more] = row.plans
  const whose = row.countyName ? `${row.countyName} · ` : ''
  if (row.origin === 'SATISFACTION') return <div className="quiet small">{whose}按群众评价自动计算</div>
  if (!first) return <div className="quiet small">{whose}自行设定</div>
  return (
    <div className="quiet small" title={row.plans.join('\n')}>
      {whose}
      {first}
      {more.length > 0 && ` 等 ${row.plans.length} 个计划`}
    </div>
  )
}
