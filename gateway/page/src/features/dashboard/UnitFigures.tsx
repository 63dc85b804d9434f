import { Link } from '@tanstack/react-router'
import { Table, type TableColumnsType, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import type { Lights, Overview } from '@/lib/api/types'
import { rate } from '@/lib/percent'
import { lightColours, lights, lightWords } from '@/lib/words'

type Words = Record<string, string>
type OfUnit = Overview['units'][number]

/** 单位明细: the units in the order of their rank, with their figures. */
export function UnitFigures({ units, plan, period }: { units: OfUnit[]; plan: Words; period: Words }) {
  const narrow = useNarrow()
  return (
    <Panel title="单位明细" flush>
      <Table<OfUnit>
        size="small"
        rowKey={({ unit }) => unit.id}
        dataSource={units}
        pagination={false}
        scroll={{ x: narrow ? 560 : 1000 }}
        columns={[
          {
            title: '名次',
            width: 60,
            align: 'center',
            render: (_, row, index) =>
              row.onTimeRate === null ? (
                <span className="quiet">—</span>
              ) : (
                <span className={`rank${index < 3 ? ' first' : ''}`}>{index + 1}</span>
              ),
          },
          {
            title: '单位',
            render: (_, { unit }) => (
              <Link to="/ledger" search={{ ...plan, unit: unit.id }} className="unit-name">
                <UnitName unit={unit} />
              </Link>
            ),
          },
          ...(narrow
            ? []
            : [
                {
                  title: '县区',
                  width: 90,
                  render: (_: unknown, { unit }: OfUnit) => unit.countyName ?? <span className="quiet">市级</span>,
                },
              ]),
          ...figureColumns((row) => ({ ...period, unit: row.unit.id })).filter(
            ({ title }) => !narrow || ['应报', '逾期', '报送率', '按时率', '亮灯'].includes(String(title)),
          ),
        ]}
      />
    </Panel>
  )
}

function figureColumns(rows: (row: OfUnit) => Words): TableColumnsType<OfUnit> {
  const link = (row: OfUnit, state: string | undefined, value: ReactNode) => (
    <Link
      to="/reports"
      search={{ ...rows(row), ...(state && (state === 'RED' ? { light: state } : { state })) }}
      style={{ color: 'inherit' }}
    >
      {value}
    </Link>
  )
  return [
    { title: '任务', dataIndex: 'tasks', width: 64, align: 'right' },
    { title: '应报', width: 64, align: 'right', render: (_, row) => link(row, undefined, row.owed) },
    { title: '通过', width: 64, align: 'right', render: (_, row) => link(row, 'ACCEPTED', row.accepted) },
    { title: '退回', width: 64, align: 'right', render: (_, row) => link(row, 'RETURNED', row.returned) },
    { title: '迟报', dataIndex: 'late', width: 64, align: 'right' },
    {
      title: '逾期',
      width: 64,
      align: 'right',
      render: (_, row) =>
        link(row, 'RED', row.overdue ? <b style={{ color: '#c43d34' }}>{row.overdue}</b> : <span>0</span>),
    },
    { title: '报送率', width: 82, align: 'right', render: (_, row) => rate(row.submissionRate) },
    {
      title: '按时率',
      width: 82,
      align: 'right',
      render: (_, row) => <b style={{ fontWeight: 600 }}>{rate(row.onTimeRate)}</b>,
    },
    { title: '平均进度', width: 86, align: 'right', render: (_, row) => rate(row.averageProgress) },
    { title: '亮灯', width: 150, render: (_, row) => <LightBar counted={row.lights} /> },
  ]
}

function LightBar({ counted }: { counted: Lights }) {
  const shown = lights.filter((light) => (counted[light] ?? 0) > 0)
  const words = shown.map((light) => `${lightWords[light]} ${counted[light]}`).join('，')
  return (
    <Tooltip title={words}>
      <div className="lightbar" role="img" aria-label={words || '无'}>
        {shown.map((light) => (
          <div key={light} style={{ flex: counted[light], background: lightColours[light] }} />
        ))}
      </div>
    </Tooltip>
  )
}
