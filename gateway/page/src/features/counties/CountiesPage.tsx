import { Segmented, Select } from 'antd'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { Features } from '@/features/counties/Features'
import { Goals } from '@/features/counties/Goals'
import { Matrix } from '@/features/counties/Matrix'
import { useFeatureCalls } from '@/lib/requests/counties'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { useFilter } from '@/lib/useFilter'

const views = [
  { value: '', label: '推进情况' },
  { value: 'features', label: '一县一特色' },
  { value: 'goals', label: '年度目标' },
]

/** What every county makes of the city's tasks, what each adds of its own, and what units want to reach in a year. */
export function CountiesPage() {
  const { search, set } = useFilter('/counties')
  return (
    <>
      <PageHead title="县级推进" note="市级任务在各县区的推进、各县区的自选改革事项和各单位年度目标" />
      <div className="row wrap" style={{ gap: 10, marginBottom: 14 }}>
        <Segmented
          value={search.view ?? ''}
          onChange={(view) => set({ view: String(view) || undefined })}
          options={views}
        />
        {search.view !== 'goals' && <PlanChoice view={search.view} plan={search.plan} set={set} />}
      </div>
      {search.view === 'goals' ? <Goals /> : <OfPlan view={search.view} plan={search.plan} county={search.county} />}
    </>
  )
}

/** The plans that have to do with counties: the city's own, and those that ask for items of counties' own. */
function usePlansOfCity() {
  const plans = usePlans()
  const calls = useFeatureCalls()
  const city = (plans.data ?? []).filter(({ countyId }) => !countyId).map(({ id, title }) => ({ id, title }))
  const asking = (calls.data ?? [])
    .filter(({ planId }) => !city.some(({ id }) => id === planId))
    .map(({ planId, planTitle }) => ({ id: planId, title: planTitle }))
  return {
    data: plans.data && calls.data ? { city, asking, calls: calls.data } : undefined,
    error: plans.error ?? calls.error,
    refetch: () => Promise.all([plans.refetch(), calls.refetch()]),
  }
}

type Known = NonNullable<ReturnType<typeof usePlansOfCity>['data']>

/** Of a plan that only asks for items, a county that has no task in it sees those alone. */
const choice = (view: string | undefined, { city, asking }: Known) =>
  view === 'features' ? [...city, ...asking] : city

/** The plan that is shown: the one that was chosen, unless this view has nothing of it. */
function shown(view: string | undefined, plan: string | undefined, known: Known): string | undefined {
  if (plan && (view === 'features' || !known.asking.some(({ id }) => id === plan))) return plan
  return (view === 'features' ? known.calls[0]?.planId : undefined) ?? choice(view, known)[0]?.id
}

function PlanChoice(props: {
  view: string | undefined
  plan: string | undefined
  set: (change: { plan: string | undefined }) => void
}) {
  const { data } = usePlansOfCity()
  const plans = data ? choice(props.view, data) : []
  if (!data || plans.length === 0) return null
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      aria-label="计划"
      style={{ minWidth: 220, maxWidth: 460, flex: 1 }}
      value={shown(props.view, props.plan, data)}
      onChange={(plan) => props.set({ plan })}
      options={plans.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

function OfPlan({ view, plan, county }: { view: string | undefined; plan: string | undefined; county?: string }) {
  const me = useMe()
  const known = usePlansOfCity()
  const features = view === 'features'
  return (
    <Loading query={known}>
      {(found) => {
        const chosen = shown(view, plan, found)
        if (!chosen || (features && !me.staff && found.calls.length === 0))
          return (
            <Panel>
              <Blank
                title={features ? '还没有部署一县一特色' : '还没有市级计划'}
                note={
                  features
                    ? '市级督导部门在方案中部署后，各县区在此提报自选改革事项'
                    : '采纳市级方案后，可把任务分解到各县区'
                }
              />
            </Panel>
          )
        return features ? (
          <Features key={chosen} plan={chosen} />
        ) : (
          <Matrix key={chosen} plan={chosen} county={county} />
        )
      }}
    </Loading>
  )
}
