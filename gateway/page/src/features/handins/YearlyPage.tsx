import { Link } from '@tanstack/react-router'
import { Button, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { StandingTag } from '@/features/handins/StandingTag'
import { artefacts, artefactWords, byTask, type YearOfTask } from '@/features/handins/words'
import { YearlyRulesDialog } from '@/features/handins/YearlyRulesDialog'
import type { Artefact, Plan } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useToday } from '@/lib/requests/clock'
import { useHandIns } from '@/lib/requests/handIns'
import { useMe } from '@/lib/requests/me'
import { useOwnPlans, usePlans } from '@/lib/requests/plans'
import { useFilter } from '@/lib/useFilter'

/** The five artefacts that a task may owe every year: 计划、部署、检查、考核、总结. */
export function YearlyPage() {
  const me = useMe()
  const thisYear = Number(useToday().slice(0, 4))
  const { search, set } = useFilter('/hand-ins/yearly')
  const plans = usePlans()
  const own = useOwnPlans().data
  const [ruled, setRuled] = useState<Plan | null>(null)
  const year = search.year ?? String(thisYear)
  const handIns = useHandIns({ unit: me.member ? 'me' : undefined, plan: search.plan, year }, 200)
  const plan = own?.find(({ id }) => id === search.plan)
  return (
    <>
      <PageHead title={`${year}年度材料`} note="按计划每年须报的计划、部署、检查、考核、总结，由任务的牵头单位各报一份">
        <Select
          aria-label="年份"
          style={{ width: 110 }}
          value={year}
          onChange={(value) => set({ year: value })}
          options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((value) => ({
            value: String(value),
            label: `${value}年`,
          }))}
        />
        <Select
          allowClear
          aria-label="计划"
          placeholder="全部计划"
          style={{ width: 260, maxWidth: '100%' }}
          popupMatchSelectWidth={420}
          value={search.plan}
          onChange={(value?: string) => set({ plan: value })}
          options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {me.has('SUPERVISOR') && (
          <Button
            disabled={!plan}
            title={plan ? undefined : search.plan ? '由下达本计划的督导部门设定' : '请先选择计划'}
            onClick={() => plan && setRuled(plan)}
          >
            设定任务和截止日
          </Button>
        )}
      </PageHead>
      <Panel flush>
        <Loading query={handIns}>
          {(found) => (
            <>
              <Listing<YearOfTask>
                items={byTask(itemsOf(found))}
                idOf={({ key }) => key}
                card={(row) => <Card key={row.key} row={row} />}
                columns={columns(me.member, !search.plan)}
                scroll={{ x: 980 }}
                empty={{
                  title: '没有须按年报送的材料',
                  note: me.has('SUPERVISOR') ? '选择计划，设定哪些任务每年须报' : '督导部门设定后，会列在这里',
                }}
              />
              <More
                has={handIns.hasNextPage}
                loading={handIns.isFetchingNextPage}
                load={handIns.fetchNextPage}
                shown={byTask(itemsOf(found)).length}
              />
            </>
          )}
        </Loading>
      </Panel>
      {ruled && <YearlyRulesDialog plan={ruled} onClose={() => setRuled(null)} />}
    </>
  )
}

function Standing({ row, artefact }: { row: YearOfTask; artefact: Artefact }) {
  const handIn = row.handIns.get(artefact)
  if (!handIn) return <span className="quiet">—</span>
  return (
    <Link to="/hand-ins/$id" params={{ id: handIn.id }}>
      <StandingTag handIn={handIn} />
      <div className="quiet small nowrap">{handIn.dueOn}</div>
    </Link>
  )
}

function Card({ row }: { row: YearOfTask }) {
  return (
    <div className="card">
      <div className="t">{row.task}</div>
      <div className="m">
        <UnitName unit={row.unit} />
      </div>
      <div className="row wrap" style={{ gap: '8px 14px', marginTop: 6 }}>
        {artefacts.map((artefact) => (
          <div key={artefact}>
            <div className="quiet small">{artefactWords[artefact]}</div>
            <Standing row={row} artefact={artefact} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** @param named whether each row says of which plan it is */
const columns = (own: boolean, named: boolean): TableColumnsType<YearOfTask> => [
  {
    title: '任务',
    render: (_, row) => (
      <div>
        <Link to="/tasks/$id" params={{ id: row.taskId }} className="clip2">
          {row.task}
        </Link>
        {named && <div className="quiet small">{row.planTitle}</div>}
      </div>
    ),
  },
  ...(own
    ? []
    : [{ title: '牵头单位', width: 140, render: (_: unknown, row: YearOfTask) => <UnitName unit={row.unit} /> }]),
  ...artefacts.map((artefact) => ({
    title: artefactWords[artefact],
    width: 112,
    render: (_: unknown, row: YearOfTask) => <Standing row={row} artefact={artefact} />,
  })),
]
