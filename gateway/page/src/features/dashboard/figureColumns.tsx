import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { ledgerOf, reportsOf, type Within } from '@/features/dashboard/rows'
import type { Figures, Lights } from '@/lib/api/types'
import { rate } from '@/lib/percent'
import { lightColours, lights, lightWords, owedStates } from '@/lib/words'

const onAPhone = ['应报', '逾期', '报送率', '按时率', '亮灯']

/**
 * The figures of a row, each leading to the tasks or reports that it counts.
 *
 * @param within what the row is about
 */
export function figureColumns<T extends Figures>(
  within: (row: T) => Within,
  period: string,
  narrow: boolean,
): TableColumnsType<T> {
  const link = (row: T, narrowed: Record<string, string>, value: ReactNode) => (
    <Link to="/reports" search={{ ...reportsOf(within(row), period), ...narrowed }} style={{ color: 'inherit' }}>
      {value}
    </Link>
  )
  const columns: TableColumnsType<T> = [
    {
      title: '任务',
      width: 64,
      align: 'right',
      render: (_, row) => (
        <Link to="/ledger" search={ledgerOf(within(row))} style={{ color: 'inherit' }}>
          {row.tasks}
        </Link>
      ),
    },
    {
      title: '应报',
      width: 64,
      align: 'right',
      render: (_, row) => link(row, { state: owedStates.join(',') }, row.owed),
    },
    { title: '通过', width: 64, align: 'right', render: (_, row) => link(row, { state: 'ACCEPTED' }, row.accepted) },
    { title: '退回', width: 64, align: 'right', render: (_, row) => link(row, { state: 'RETURNED' }, row.returned) },
    { title: '迟报', width: 64, align: 'right', render: (_, row) => link(row, { light: 'DONE_LATE' }, row.late) },
    {
      title: '逾期',
      width: 64,
      align: 'right',
      render: (_, row) =>
        link(row, { light: 'RED' }, row.overdue ? <b style={{ color: '#c43d34' }}>{row.overdue}</b> : <span>0</span>),
    },
    { title: '报送率', width: 82, align: 'right', render: (_, row) => rate(row.submissionRate) },
    {
      title: '按时率',
      width: 82,
      align: 'right',
      render: (_, row) => <b style={{ fontWeight: 600 }}>{rate(row.onTimeRate)}</b>,
    },
    { title: '平均进度', width: 86, align: 'right', render: (_, row) => rate(row.averageProgress) },
    { title: '亮灯', width: 168, render: (_, row) => <LightBar counted={row.lights} /> },
  ]
  return narrow ? columns.filter(({ title }) => onAPhone.includes(String(title))) : columns
}

function LightBar({ counted }: { counted: Lights }) {
  const shown = lights.filter((light) => (counted[light] ?? 0) > 0)
  return (
    <>
      <div className="lightbar" aria-hidden>
        {shown.map((light) => (
          <div key={light} style={{ flex: counted[light], background: lightColours[light] }} />
        ))}
      </div>
      <div className="small quiet row wrap" style={{ gap: '0 8px' }}>
        {shown.map((light) => (
          <span key={light} className="nowrap">
            {lightWords[light]} {counted[light]}
          </span>
        ))}
      </div>
    </>
  )
}
