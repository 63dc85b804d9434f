import { Tag } from 'antd'
import { Blank } from '@/components/Blank'
import { UnitSelect } from '@/components/UnitSelect'
import type { PlanReading, ReadingUnit } from '@/lib/api/types'
import { useUnitWords } from '@/lib/unitWords'

const stateWords = { MATCHED: '已对应', UNKNOWN: '未登记', AMBIGUOUS: '同名待定' }

/** Every name of a unit in the tasks and whom it means; a match can be changed, and holds from then on. */
export function UnitsPanel(props: {
  reading: PlanReading
  editable: boolean
  onMatch: (name: string, unitId: string) => void
}) {
  const words = useUnitWords()
  const { units } = props.reading
  if (units.length === 0) return <Blank title="文中没有识别出单位" />
  const order: ReadingUnit['state'][] = ['AMBIGUOUS', 'UNKNOWN', 'MATCHED']
  const sorted = [...units].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const open = units.filter(({ state }) => state !== 'MATCHED').length
  return (
    <>
      <p className="units-note small">
        {open === 0
          ? `文中 ${units.length} 个单位全部识别`
          : `文中 ${units.length} 个单位，${open} 个尚未对应；登记和对应在上方逐处处理`}
      </p>
      <ul className="work">
        {sorted.map((unit) => (
          <li key={unit.name}>
            <div className="what">
              <span>{unit.name}</span>
              <div className="sub">
                <span>{unit.occurrences} 项任务</span>
                {!props.editable && unit.unit && unit.unit.name !== unit.name && <span>对应 {words(unit.unit)}</span>}
                {unit.state !== 'MATCHED' && (
                  <Tag variant="filled" color="error">
                    {stateWords[unit.state]}
                  </Tag>
                )}
              </div>
            </div>
            {props.editable && (
              <div className="act">
                <UnitSelect
                  size="small"
                  style={{ width: 200 }}
                  aria-label={`${unit.name} 对应到`}
                  placeholder="对应到已有单位"
                  value={unit.unit?.id ?? null}
                  onChange={(unitId) => props.onMatch(unit.name, unitId)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
