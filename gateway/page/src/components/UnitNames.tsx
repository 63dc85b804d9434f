import { Tooltip } from 'antd'
import { Fragment } from 'react'
import type { UnitRef } from '@/lib/api/types'
import { useUnitWords } from '@/lib/unitWords'

type Named = Pick<UnitRef, 'shortName'> & Partial<UnitRef>

export function UnitName({ unit }: { unit: Named | null | undefined }) {
  const words = useUnitWords()
  if (!unit) return <span className="quiet">—</span>
  const shown = words(unit)
  return unit.name && unit.name !== shown ? (
    <Tooltip title={unit.name}>
      <span>{shown}</span>
    </Tooltip>
  ) : (
    <span>{shown}</span>
  )
}

/** Names joined as in a document; a name never breaks in the middle. */
export function UnitNames({ units, most = 99 }: { units: UnitRef[]; most?: number }) {
  const words = useUnitWords()
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
        <Tooltip title={rest.map(words).join('、')}>
          <span className="quiet unit-name">等 {units.length} 家</span>
        </Tooltip>
      )}
    </span>
  )
}
