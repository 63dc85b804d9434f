import { Button, Table } from 'antd'
import { Blank } from '@/components/Blank'
import { UnitName } from '@/components/UnitNames'
import { type Cell, type GridRow, gridOf } from '@/features/indicators/grid'
import { StandingTag } from '@/features/indicators/StandingTag'
import { shortPeriod } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { moment } from '@/lib/time'

/** Which value is being entered; what is left out is asked for. */
export type Entering = { unitId?: string; period?: string }

/** What each unit reached in each period, to be filled in and corrected where it stands. */
export function ValueGrid({ indicator, enter }: { indicator: TrackedIndicator; enter: (what: Entering) => void }) {
  const rows = gridOf(indicator)
  if (rows.length === 0)
    return (
      <Blank
        title="还没有填报单位"
        note={indicator.allowed.includes('DEFINE') ? '在“调整指标”中指定由哪些单位填报' : '由督导部门指定填报单位'}
      />
    )
  return (
    <Table<GridRow>
      size="small"
      rowKey={(row) => row.unit.unit.id}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 190 + indicator.periods.length * 84 }}
      columns={[
        {
          title: '单位',
          width: 190,
          fixed: 'left',
          render: (_, { unit }) => (
            <>
              <UnitName unit={unit.unit} />
              {unit.standing && unit.standing !== 'NO_DATA' && (
                <div className="small" title={unit.words ?? undefined}>
                  <StandingTag standing={unit.standing} />
                </div>
              )}
            </>
          ),
        },
        ...indicator.periods.map(({ period, words }) => ({
          title: <span title={words}>{shortPeriod(period)}</span>,
          width: 84,
          align: 'right' as const,
          render: (_: unknown, row: GridRow) => (
            <ValueCell
              cell={row.cells[period]}
              label={`${row.unit.unit.name}${words}`}
              enter={() => enter({ unitId: row.unit.unit.id, period })}
            />
          ),
        })),
      ]}
    />
  )
}

function ValueCell({ cell, label, enter }: { cell: Cell | undefined; label: string; enter: () => void }) {
  const value = cell?.value
  const corrected = !!value && value.version > 1
  const words = value
    ? [value.by ? `${value.by} ${moment(value.at)}` : '自动计算', value.note, corrected && '有更正']
        .filter(Boolean)
        .join('；')
    : undefined
  const shown = value ? `${value.value}${corrected ? '*' : ''}` : '—'
  if (!cell?.mayEnter)
    return (
      <span title={words} className={value ? undefined : 'quiet'}>
        {shown}
      </span>
    )
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0, height: 'auto' }}
      title={words}
      aria-label={`${value ? '更正' : '填报'}${label}`}
      onClick={enter}
    >
      {value ? shown : '填报'}
    </Button>
  )
}
