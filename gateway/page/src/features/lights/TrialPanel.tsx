import { Link } from '@tanstack/react-router'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import { useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Listing } from '@/components/Listing'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { change } from '@/features/lights/rules'
import type { LightDifference, LightRule, LightTrial } from '@/lib/api/types'
import { periodWords, recentPeriods } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useTryLightRules } from '@/lib/requests/lightRules'
import { longDay } from '@/lib/time'
import { lightColours, lights, taskLightWords } from '@/lib/words'

/** The rules as they stand in the editor, tried on months gone by beside those of that time. */
export function TrialPanel({ plan, rules, fault }: { plan: string | undefined; rules: LightRule[]; fault: boolean }) {
  const today = useToday()
  const periods = recentPeriods(today, 'MONTHLY', 18).sort()
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const trial = useTryLightRules()
  const first = from ?? periods[Math.max(0, periods.length - 6)]!
  const last = to ?? periods[periods.length - 1]!
  // Figures of other rules or months would stand beside what is to be adopted now.
  useEffect(() => trial.reset(), [JSON.stringify([rules, first, last])])
  const options = periods.map((value) => ({ value, label: periodWords(value) })).reverse()
  return (
    <Panel
      title="试算"
      actions={
        <>
          <Select aria-label="起始月份" style={{ width: 118 }} value={first} onChange={setFrom} options={options} />
          至
          <Select aria-label="截止月份" style={{ width: 118 }} value={last} onChange={setTo} options={options} />
          <Button
            loading={trial.isPending}
            disabled={fault || first > last}
            onClick={() => trial.mutate({ plan: plan ?? null, rules, from: first, to: last })}
          >
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
        <Blank
          title="还没有试算"
          note="按上面的规则重算过去几个月末的亮灯，与当时的规则对照；只计算，不影响现在的亮灯"
        />
      )}
    </Panel>
  )
}

function Result({ trial }: { trial: LightTrial }) {
  return (
    <div className="stack">
      <Table<LightTrial['months'][number]>
        size="small"
        rowKey="month"
        dataSource={trial.months}
        pagination={false}
        scroll={{ x: 640 }}
        columns={monthColumns}
      />
      {trial.differing === 0 ? (
        <p className="quiet">各月末亮灯与当时完全一致。</p>
      ) : (
        <>
          <p>
            有差别的 <b>{trial.differing}</b> 项次
            {trial.differences.length < trial.differing && `，列出最近的 ${trial.differences.length} 项次`}：
          </p>
          <Listing<LightDifference>
            items={trial.differences}
            idOf={({ month, taskId }) => month + taskId}
            card={card}
            columns={differenceColumns}
            scroll={{ x: 760 }}
            pagination={trial.differences.length > 30 ? { pageSize: 30 } : false}
            empty={{ title: '没有差别' }}
          />
        </>
      )}
    </div>
  )
}

const monthColumns: TableColumnsType<LightTrial['months'][number]> = [
  {
    title: '月份',
    width: 150,
    render: (_, { month, day }) => (
      <>
        {periodWords(month)}
        <div className="quiet small">截至{longDay(day).slice(5)}</div>
      </>
    ),
  },
  { title: '任务', dataIndex: 'tasks', width: 64, align: 'right' },
  ...lights.map((light): TableColumnsType<LightTrial['months'][number]>[number] => ({
    title: <LightTag light={light} task />,
    align: 'right',
    render: (_, { then, tried }) => (
      <span className="nowrap">
        {then[light] ?? 0} → {tried[light] ?? 0}{' '}
        <b style={{ color: lightColours[light] }}>{change(then[light] ?? 0, tried[light] ?? 0)}</b>
      </span>
    ),
  })),
  { title: '有差别', dataIndex: 'differing', width: 72, align: 'right' },
]

const Shown = ({ of }: { of: LightDifference['then'] }) => (
  <div>
    <LightTag light={of.light} task />
    <div className="quiet small">{of.reason}</div>
  </div>
)

const differenceColumns: TableColumnsType<LightDifference> = [
  { title: '月份', width: 104, render: (_, { month }) => <span className="nowrap">{periodWords(month)}</span> },
  {
    title: '任务',
    render: (_, { taskId, title, planTitle }) => (
      <div>
        <Link to="/tasks/$id" params={{ id: taskId }} className="clip2">
          {title}
        </Link>
        <div className="quiet small clip">{planTitle}</div>
      </div>
    ),
  },
  { title: '当时', width: 220, render: (_, { then }) => <Shown of={then} /> },
  { title: '按所填规则', width: 220, render: (_, { tried }) => <Shown of={tried} /> },
]

const card = ({ month, taskId, title, then, tried }: LightDifference) => (
  <Link key={month + taskId} to="/tasks/$id" params={{ id: taskId }} className="card">
    <div className="t">{title}</div>
    <div className="m">
      {periodWords(month)}：{taskLightWords[then.light]} → {taskLightWords[tried.light]}
    </div>
    <div className="m">{tried.reason}</div>
  </Link>
)
