import { Tooltip } from 'antd'
import { Fragment } from 'react'
import type { UnitRef } from '@/lib/api/types'

export function UnitName({ unit }: { unit: { shortName: string; name?: string } | null | undefined }) {
  if (!unit) return <span className="quiet">—</span>
  return unit.name && unit.name !== unit.shortName ? (
    <Tooltip title={unit.name}>
      <span>{unit.shortName}</span>
    </Tooltip>
  ) : (
    <span>{unit.shortName}</span>
  )
}

/** Names joined as in a document; a name never breaks in the middle. */
export function UnitNames({ units, most = 99 }: { units: UnitRef[]; most?: number }) {
  if (units.length === 0) return <span className="quiet">—</span>
  const shown = units.slice(0, most)
  const rest = units.slice(most)
  return (
    <span>
      {shown.map((unit, index) => (
        <Fragment key={unit.id}>
          <span className="unit-name">
            <UnitName unit={unit} />
            {index < shown.length - 1 && '、'}
          </span>
          <wbr />
        </Fragment>
      ))}
      {rest.length > 0 && (
        <Tooltip title={rest.map((unit) => unit.shortName).join('、')}>
          <span className="quiet unit-name">等 {units.length} 家</span>
        </Tooltip>
      )}
    </span>
  )
}
