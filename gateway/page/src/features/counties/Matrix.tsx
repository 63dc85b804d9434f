import { Link } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { Bar } from '@/components/Bar'
import { LightTag } from '@/components/LightTag'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { cellOf, cellWords, closedWords, lightsWords } from '@/features/counties/cellWords'
import type { CountyCell, CountyLine, CountyStanding } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { rate } from '@/lib/percent'
import { useCountyLines, useCountyStandings } from '@/lib/requests/counties'
import { taskStateWords } from '@/lib/words'

/** County by county how a plan stands, and each of its tasks in each county. */
export function Matrix({ plan, county }: { plan: string; county?: string }) {
  const standings = useCountyStandings(plan)
  return (
    <Loading query={standings}>
      {(counties) => (
        <div className="stack">
          <Standings plan={plan} counties={counties} />
          <Tasks plan={plan} counties={counties.filter((one) => !county || one.county === county)} />
        </div>
      )}
    </Loading>
  )
}

function Standings({ plan, counties }: { plan: string; counties: CountyStanding[] }) {
  return (
    <Panel title="各县区" flush>
      <Listing<CountyStanding>
        items={counties}
        idOf={({ county }) => county}
        empty={{ title: '还没有县区', note: '在“单位与岗位”中登记县区单位后，可把市级任务分解到各县区' }}
        card={(standing) => (
          <div key={standing.county} className="card">
            <div className="t">
              <CountyLink plan={plan} of={standing} />
            </div>
            <div className="m">
              {standing.office && <UnitName unit={standing.office} />}
              <span>
                承担 {standing.tasks} 项，已销号 {standing.closed} 项
              </span>
            </div>
            <div className="m">{lightsWords(standing) || '尚未分解'}</div>
            {standing.progress != null && <Bar value={standing.progress} />}
          </div>
        )}
        scroll={{ x: 620 }}
        columns={[
          { title: '县区', width: 110, render: (_, standing) => <CountyLink plan={plan} of={standing} /> },
          { title: '县级督导单位', width: 170, render: (_, { office }) => <UnitName unit={office} /> },
          { title: '承担任务', width: 80, align: 'right', dataIndex: 'tasks' },
          { title: '已销号', width: 76, align: 'right', dataIndex: 'closed' },
          {
            title: '平均进度',
            width: 150,
            render: (_, { progress }) => (progress == null ? rate(null) : <Bar value={progress} />),
          },
          {
            title: '亮灯',
            render: (_, standing) => lightsWords(standing) || <span className="quiet">尚未分解</span>,
          },
        ]}
      />
    </Panel>
  )
}

function CountyLink({ plan, of }: { plan: string; of: CountyStanding }) {
  return (
    <Link to="/ledger" search={{ plan, county: of.county, shares: 'true' }}>
      {of.name}
    </Link>
  )
}

function Tasks({ plan, counties }: { plan: string; counties: CountyStanding[] }) {
  const lines = useCountyLines(plan)
  return (
    <Panel title="各项任务" flush>
      <Loading query={lines}>
        {(found) => {
          const rows = itemsOf(found)
          return (
            <>
              <Listing<CountyLine>
                items={rows}
                idOf={({ ordinal }) => ordinal}
                empty={{
                  title: '还没有分解到县区的任务',
                  note: '在任务页面“分解事项”中选择“分解到县区”，一次下达到各县区',
                }}
                card={(line) => (
                  <div key={line.ordinal} className="card">
                    <div className="t">
                      <TaskTitle line={line} />
                    </div>
                    <div className="m">{closedWords(line)}</div>
                    {counties.map(({ county, name }) => {
                      const cell = cellOf(line, county)
                      return (
                        cell && (
                          <div key={county} className="m">
                            <span style={{ minWidth: 64 }}>{name}</span>
                            <CellLink cell={cell} name={name} />
                          </div>
                        )
                      )
                    })}
                  </div>
                )}
                scroll={{ x: 360 + counties.length * 112 }}
                columns={[
                  {
                    title: '任务',
                    width: 260,
                    fixed: 'left',
                    render: (_, line) => (
                      <>
                        <TaskTitle line={line} />
                        <div className="quiet small">{closedWords(line)}</div>
                      </>
                    ),
                  },
                  {
                    title: '全市',
                    width: 120,
                    render: (_, line) =>
                      line.progress == null ? <span className="quiet">—</span> : <Bar value={line.progress} />,
                  },
                  ...counties.map(({ county, name }) => ({
                    title: name,
                    width: 112,
                    render: (_: unknown, line: CountyLine) => {
                      const cell = cellOf(line, county)
                      return cell ? <CellLink cell={cell} name={name} /> : <span className="quiet">未分解</span>
                    },
                  })),
                ]}
              />
              {rows.length > 0 && (
                <More
                  has={lines.hasNextPage}
                  loading={lines.isFetchingNextPage}
                  load={lines.fetchNextPage}
                  shown={rows.length}
                />
              )}
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}

function TaskTitle({ line }: { line: CountyLine }) {
  const words = `${line.ordinal}. ${line.title}`
  return line.taskId ? (
    <Link to="/tasks/$id" params={{ id: line.taskId }} className="clip2" title={line.title}>
      {words}
    </Link>
  ) : (
    <div className="clip2" title={line.title}>
      {words}
    </div>
  )
}

function CellLink({ cell, name }: { cell: CountyCell; name: string }) {
  const words = cellWords(cell)
  return (
    <Tooltip title={words}>
      <Link to="/tasks/$id" params={{ id: cell.taskId }} style={{ color: 'inherit' }} aria-label={`${name}：${words}`}>
        <LightTag light={cell.light} />{' '}
        <span className="nowrap">
          {cell.state === 'CLOSED' || cell.state === 'ASSIGNED' ? taskStateWords[cell.state] : `${cell.progress}%`}
        </span>
      </Link>
    </Tooltip>
  )
}
