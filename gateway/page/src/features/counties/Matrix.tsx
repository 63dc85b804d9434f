import { Link } from '@tanstack/react-router'
import { Table, Tooltip } from 'antd'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import { cellOf, cellWords, closedWords, lightsWords } from '@/features/counties/matrix'
import type { CountyCell, CountyLine, CountyStanding } from '@/lib/api/types'
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
      {counties.length === 0 ? (
        <Blank title="还没有县区" note="在“单位与岗位”中登记县区单位后，可把市级任务分解到各县区" />
      ) : (
        <Table<CountyStanding>
          size="small"
          rowKey={({ county }) => county}
          dataSource={counties}
          pagination={false}
          scroll={{ x: 620 }}
          columns={[
            {
              title: '县区',
              width: 110,
              render: (_, { county, name }) => (
                <Link to="/ledger" search={{ plan, county }}>
                  {name}
                </Link>
              ),
            },
            { title: '县级督导单位', width: 150, render: (_, { office }) => <UnitName unit={office} /> },
            { title: '承担任务', width: 80, align: 'right', dataIndex: 'tasks' },
            { title: '已销号', width: 76, align: 'right', dataIndex: 'closed' },
            {
              title: '平均进度',
              width: 130,
              render: (_, { progress }) => (progress === null ? rate(null) : <Bar value={progress} />),
            },
            {
              title: '亮灯',
              render: (_, standing) => lightsWords(standing) || <span className="quiet">尚未分解</span>,
            },
          ]}
        />
      )}
    </Panel>
  )
}

function Tasks({ plan, counties }: { plan: string; counties: CountyStanding[] }) {
  const lines = useCountyLines(plan)
  const narrow = useNarrow()
  return (
    <Panel title="各项任务" flush>
      <Loading query={lines}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0)
            return (
              <Blank title="还没有分解到县区的任务" note="在任务页面“分解事项”中选择“分解到县区”，一次下达到各县区" />
            )
          return (
            <>
              {narrow ? (
                <div className="cards">
                  {rows.map((line) => (
                    <div key={line.ordinal} className="card">
                      <div className="t">
                        {line.ordinal}. {line.title}
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
                  ))}
                </div>
              ) : (
                <Table<CountyLine>
                  size="small"
                  rowKey={({ ordinal }) => ordinal}
                  dataSource={rows}
                  pagination={false}
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
                      width: 100,
                      render: (_, line) =>
                        line.progress === null ? <span className="quiet">—</span> : <Bar value={line.progress} />,
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
              )}
              <More
                has={lines.hasNextPage}
                loading={lines.isFetchingNextPage}
                load={lines.fetchNextPage}
                shown={rows.length}
              />
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
