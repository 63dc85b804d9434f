import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import { figureColumns } from '@/features/dashboard/figureColumns'
import type { Within } from '@/features/dashboard/rows'
import type { Overview } from '@/lib/api/types'

type OfUnit = Overview['units'][number]

/** 单位明细: the units in the order of their rank, with their figures. */
export function UnitFigures({ units, within, period }: { units: OfUnit[]; within: Within; period: string }) {
  const narrow = useNarrow()
  return (
    <Panel title="单位明细" flush>
      <Table<OfUnit>
        size="small"
        rowKey={({ unit }) => unit.id}
        dataSource={units}
        pagination={false}
        scroll={{ x: narrow ? 640 : 1000 }}
        columns={[
          ...(units.length > 1
            ? [
                {
                  title: '名次',
                  width: 60,
                  align: 'center' as const,
                  render: (_: unknown, row: OfUnit, index: number) =>
                    row.onTimeRate === null ? (
                      <span className="quiet">—</span>
                    ) : (
                      <span className={`rank${index < 3 ? ' first' : ''}`}>{index + 1}</span>
                    ),
                },
              ]
            : []),
          {
            title: '单位',
            render: (_, { unit }) => (
              <Link
                to="/dashboard"
                search={{ ...within, county: undefined, unit: unit.id, period }}
                className="unit-name"
              >
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
          ...figureColumns<OfUnit>((row) => ({ plan: within.plan, unit: row.unit.id }), period, narrow),
        ]}
      />
    </Panel>
  )
}
