import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import type { Spared, SparedCount, SparedUnit } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useMe } from '@/lib/requests/me'
import { useSpared } from '@/lib/requests/once'

type OfMonth = Spared['months'][number]

/** 少填了多少份: what a report answered beside its own round, by month and unit. */
export function SparedPage() {
  const me = useMe()
  const spared = useSpared({ unit: me.member && !me.staff ? 'me' : undefined })
  return (
    <>
      <PageHead title="一次填报" note={<Link to="/reports">进展报送</Link>} />
      <Loading query={spared}>
        {(data) => (
          <div className="stack">
            <Panel>
              <p>
                今年以来填报 <b>{data.total.filled}</b> 份，少填 <b>{data.total.spared}</b> 份：会议议定事项落实情况{' '}
                {data.total.meetings} 份，指标 {data.total.indicators} 项，其他计划的同一事项 {data.total.sameTasks}{' '}
                份。
              </p>
            </Panel>
            <Panel title="按月" flush>
              <Listing<OfMonth>
                items={data.months}
                idOf={({ month }) => month}
                empty={{ title: '今年还没有报送' }}
                card={({ month, count }) => (
                  <div key={month} className="card">
                    <div className="t">{periodWords(month)}</div>
                    <div className="m">
                      填报 {count.filled} 份，少填 {count.spared} 份
                    </div>
                  </div>
                )}
                columns={[{ title: '月份', render: (_, { month }) => periodWords(month) }, ...counts<OfMonth>()]}
              />
            </Panel>
            {!me.member && (
              <Panel title="按单位" flush>
                <Listing<SparedUnit>
                  items={data.units}
                  idOf={({ unit }) => unit.id}
                  empty={{ title: '今年还没有报送' }}
                  pagination={data.units.length > 50 ? { pageSize: 50 } : false}
                  card={({ unit, count }) => (
                    <div key={unit.id} className="card">
                      <div className="t">
                        <UnitName unit={unit} />
                      </div>
                      <div className="m">
                        填报 {count.filled} 份，少填 {count.spared} 份
                      </div>
                    </div>
                  )}
                  columns={[
                    { title: '单位', render: (_, { unit }) => <UnitName unit={unit} /> },
                    ...counts<SparedUnit>(),
                  ]}
                />
              </Panel>
            )}
          </div>
        )}
      </Loading>
    </>
  )
}

function counts<T extends { count: SparedCount }>(): TableColumnsType<T> {
  return [
    { title: '填报', width: 90, align: 'right', render: (_, { count }) => count.filled },
    { title: '议定事项', width: 100, align: 'right', render: (_, { count }) => count.meetings },
    { title: '指标', width: 90, align: 'right', render: (_, { count }) => count.indicators },
    { title: '同一事项', width: 100, align: 'right', render: (_, { count }) => count.sameTasks },
    { title: '少填', width: 90, align: 'right', render: (_, { count }) => <b>{count.spared}</b> },
  ]
}
