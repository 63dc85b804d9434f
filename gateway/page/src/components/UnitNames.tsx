import { Tooltip } from 'antd'
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

export function UnitNames({ units, most = 99 }: { units: UnitRef[]; most?: number }) {
  if (units.length === 0) return <span className="quiet">—</span>
  const shown = units.slice(0, most)
  const rest = units.slice(most)
  return (
    <span className="units">
      {shown.map((unit) => (
        <UnitName key={unit.id} unit={unit} />
      ))}
      {rest.length > 0 && (
        <Tooltip title={rest.map((unit) => unit.shortName).join('、')}>
          <span className="quiet nowrap">等 {units.length} 家</span>
        </Tooltip>
      )}
    </span>
  )
}
