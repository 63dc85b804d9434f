import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Listing } from '@/components/Listing'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName } from '@/components/UnitNames'
import type { ScoringRules, ScoringTrial, TriedUnit } from '@/lib/api/types'
import { periodWords, recentPeriods } from '@/lib/period'
import { useTryScoringRules } from '@/lib/requests/assessments'
import { useToday } from '@/lib/requests/clock'

/** The rules as they stand in the editor, tried on a month gone by beside those of that month. */
export function TrialPanel({ rules, fault }: { rules: ScoringRules; fault: boolean }) {
  const months = recentPeriods(useToday(), 'MONTHLY', 18)
  const [month, setMonth] = useState<string>()
  const trial = useTryScoringRules()
  const tried = month ?? months[1] ?? months[0]!
  // Figures of other rules or another month would stand beside what is to be adopted now.
  useEffect(() => trial.reset(), [JSON.stringify([rules, tried])])
  return (
    <Panel
      title="试算"
      actions={
        <>
          <Select
            aria-label="试算的月份"
            style={{ width: 132 }}
            value={tried}
            onChange={setMonth}
            options={months.map((value) => ({ value, label: periodWords(value) }))}
          />
          <Button loading={trial.isPending} disabled={fault} onClick={() => trial.mutate({ rules, month: tried })}>
            试算
          </Button>
        </>
      }
    >
      {trial.error ? (
        <ProblemView reason={trial.error} />
      ) : trial.data ? (
        <Result trial={trial.data} />
      ) : (
        <Blank title="还没有试算" note="按上面的规则重算一个月，与当时的得分和名次对照；只计算，不保存" />
      )}
    </Panel>
  )
}

const moved = ({ placeThen, place }: TriedUnit) =>
  placeThen == null || place == null || placeThen === place
    ? ''
    : place < placeThen
      ? `升 ${placeThen - place} 位`
      : `降 ${place - placeThen} 位`

function Result({ trial }: { trial: ScoringTrial }) {
  return (
    <div className="stack">
      <p>
        {periodWords(trial.month)}（{trial.settled ? '已核定' : '尚未核定，与现行规则对照'}）：{trial.units.length}{' '}
        个单位，总分有变化的 <b>{trial.differing}</b> 个；平均分 {trial.averageThen ?? '—'} →{' '}
        {trial.averageTried ?? '—'}
      </p>
      <Listing<TriedUnit>
        items={trial.units}
        idOf={({ unit }) => unit.id}
        empty={{ title: '这个月没有考核的单位' }}
        scroll={{ x: 620 }}
        pagination={trial.units.length > 30 ? { pageSize: 30 } : false}
        card={(row) => (
          <div key={row.unit.id} className="card">
            <div className="t">
              <UnitName unit={row.unit} />
            </div>
            <div className="m">
              {row.totalThen ?? '—'} → <b>{row.total ?? '—'}</b> 分，第 {row.placeThen ?? '—'} → {row.place ?? '—'} 名{' '}
              {moved(row)}
            </div>
          </div>
        )}
        columns={[
          { title: '单位', render: (_, { unit }) => <UnitName unit={unit} /> },
          { title: '当时总分', width: 100, align: 'right', render: (_, { totalThen }) => totalThen ?? '—' },
          {
            title: '试算总分',
            width: 100,
            align: 'right',
            render: (_, { total, differs }) => (differs ? <b>{total ?? '—'}</b> : (total ?? '—')),
          },
          { title: '当时名次', width: 90, align: 'right', render: (_, { placeThen }) => placeThen ?? '—' },
          { title: '试算名次', width: 90, align: 'right', render: (_, { place }) => place ?? '—' },
          { title: '变化', width: 90, render: (_, row) => moved(row) || <span className="quiet">不变</span> },
        ]}
      />
    </div>
  )
}
