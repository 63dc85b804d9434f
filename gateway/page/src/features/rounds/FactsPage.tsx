import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Select, type TableColumnsType } from 'antd'
import { LightTag } from '@/components/LightTag'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import type { Light, RoundFact } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useRound, useRoundFacts } from '@/lib/requests/rounds'
import { longDay } from '@/lib/time'
import { lights, reportStateWords, taskLightWords } from '@/lib/words'

/** How every unit stood with its tasks when a round was closed. */
export function FactsPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { light } = useSearch({ strict: false }) as { light?: Light }
  const navigate = useNavigate()
  const round = useRound(id)
  const facts = useRoundFacts(id, light)
  return (
    <Loading query={round}>
      {({ period, planTitle, closedAt, owed, submitted }) => (
        <>
          <PageHead
            title={`${periodWords(period)}调度结果`}
            note={
              closedAt
                ? `《${planTitle}》${longDay(closedAt)}结束，应报 ${owed}，已报 ${submitted}；数字和亮灯已固定，此后的变化不再影响`
                : `《${planTitle}》本期尚未结束，结束时固定各项数字和亮灯`
            }
          />
          <Panel flush>
            <div className="filters">
              <Select
                allowClear
                aria-label="按任务亮灯筛选"
                placeholder="任务亮灯"
                style={{ width: 140 }}
                value={light}
                onChange={(next?: Light) =>
                  navigate({ to: '/rounds/$id/facts', params: { id }, search: next ? { light: next } : {} })
                }
                options={lights.map((one) => ({ value: one, label: taskLightWords[one] }))}
              />
            </div>
            <Loading query={facts}>
              {(found) => {
                const items = itemsOf(found)
                return (
                  <>
                    <Listing<RoundFact>
                      items={items}
                      idOf={({ taskId, unit }) => `${taskId}/${unit.id}`}
                      card={card}
                      columns={columns}
                      scroll={{ x: 900 }}
                      empty={{ title: closedAt ? '没有符合条件的任务' : '本期尚未结束' }}
                    />
                    <More
                      has={facts.hasNextPage}
                      loading={facts.isFetchingNextPage}
                      load={facts.fetchNextPage}
                      shown={items.length}
                    />
                  </>
                )
              }}
            </Loading>
          </Panel>
        </>
      )}
    </Loading>
  )
}

const reported = ({ reportState, submittedOn }: RoundFact) =>
  reportState === null
    ? '未要求报送'
    : `${reportStateWords[reportState as keyof typeof reportStateWords]}${submittedOn ? `（${submittedOn}）` : ''}`

const card = (fact: RoundFact) => (
  <Link key={`${fact.taskId}/${fact.unit.id}`} to="/tasks/$id" params={{ id: fact.taskId }} className="card">
    <div className="t">
      {fact.taskOrdinal}. {fact.taskTitle}
    </div>
    <div className="m">
      <UnitName unit={fact.unit} />
      <LightTag light={fact.light} reason={fact.lightReason} task />
      <span>进度 {fact.progress}%</span>
      <span>{reported(fact)}</span>
    </div>
  </Link>
)

const columns: TableColumnsType<RoundFact> = [
  {
    title: '任务',
    render: (_, fact) => (
      <Link to="/tasks/$id" params={{ id: fact.taskId }} className="clip2">
        {fact.taskOrdinal}. {fact.taskTitle}
      </Link>
    ),
  },
  { title: '牵头单位', width: 140, render: (_, { unit }) => <UnitName unit={unit} /> },
  { title: '进度', width: 70, align: 'right', render: (_, { progress }) => `${progress}%` },
  {
    title: '任务亮灯',
    width: 200,
    render: (_, { light, lightReason }) => (
      <span className="row wrap">
        <LightTag light={light} task />
        <span className="quiet small">{lightReason}</span>
      </span>
    ),
  },
  {
    title: '本期报送',
    width: 200,
    render: (_, fact) => (
      <div>
        {reported(fact)}
        <div className="quiet small">{fact.reportLightReason}</div>
      </div>
    ),
  },
]
