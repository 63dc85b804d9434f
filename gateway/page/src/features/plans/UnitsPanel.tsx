import { CheckCircleFilled } from '@ant-design/icons'
import { Button, Checkbox, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Blank } from '@/components/Blank'
import { UnitSelect } from '@/components/UnitSelect'
import type { PlanReading, ReadingUnit } from '@/lib/api/types'
import { useCounties, useRegisterUnits } from '@/lib/requests/directory'
import { useMatchUnit } from '@/lib/requests/readings'
import { useUnitWords } from '@/lib/unitWords'

const city = '市级'

/** Names the directory does not know: registered in one step, or matched to a unit that it does know. */
export function UnitsPanel(props: {
  reading: PlanReading
  editable: boolean
  waiting: string[]
  onRegistered: (names: string[]) => void
}) {
  const { reading } = props
  const words = useUnitWords()
  const counties = useCounties()
  const register = useRegisterUnits()
  const match = useMatchUnit(reading.id)
  const open = reading.units.filter(({ state }) => state !== 'MATCHED')
  const unknown = useMemo(
    () => open.filter(({ state }) => state === 'UNKNOWN').map(({ name }) => name),
    [reading.units],
  )
  const [left, setLeft] = useState<Set<string>>(new Set())
  const suggested = reading.suggestedCounty
  const own = counties.data?.find(({ id }) => id === reading.countyId)?.name ?? suggested?.name ?? city
  const [target, setTarget] = useState(own)
  useEffect(() => setTarget(own), [own])
  const names = unknown.filter((name) => !left.has(name))
  const targets = [...new Set([own, ...(counties.data ?? []).map(({ name }) => name), city])]
  const known = reading.units.filter(({ state }) => state === 'MATCHED')

  const run = () => {
    const county = counties.data?.find(({ name }) => name === target)
    register.mutate(
      { county: target === city ? null : county ? { id: county.id } : { name: target }, names },
      { onSuccess: () => props.onRegistered(names) },
    )
  }

  const row = (unit: ReadingUnit) => (
    <li key={unit.name}>
      {props.editable && unit.state === 'UNKNOWN' && (
        <Checkbox
          checked={!left.has(unit.name)}
          aria-label={`登记 ${unit.name}`}
          onChange={({ target: { checked } }) =>
            setLeft((before) => {
              const after = new Set(before)
              if (checked) after.delete(unit.name)
              else after.add(unit.name)
              return after
            })
          }
        />
      )}
      <div className="what">
        <span>{unit.name}</span>
        <div className="sub">
          <span>文中出现 {unit.occurrences} 次</span>
          {unit.state === 'AMBIGUOUS' && <span style={{ color: '#b0332b' }}>有多个同名单位，请选定</span>}
        </div>
      </div>
      {props.editable && (
        <div className="act">
          {unit.candidates.slice(0, 3).map((candidate) => (
            <Button
              key={candidate.id}
              size="small"
              onClick={() => match.mutate({ version: reading.version, name: unit.name, unitId: candidate.id })}
            >
              就是{words(candidate)}
            </Button>
          ))}
          <UnitSelect
            size="small"
            style={{ width: 176 }}
            placeholder="对应到已有单位"
            value={null}
            onChange={(unitId) => match.mutate({ version: reading.version, name: unit.name, unitId })}
          />
        </div>
      )}
    </li>
  )

  return (
    <div>
      {open.length === 0 ? (
        <div className="blank" style={{ padding: '26px 20px' }}>
          <CheckCircleFilled style={{ fontSize: 30, color: '#2f8f5b', marginBottom: 8 }} />
          <b>文中 {reading.units.length} 个单位全部识别</b>
        </div>
      ) : (
        <>
          {props.editable && unknown.length > 0 && (
            <div style={{ padding: '14px 16px', background: '#f5f8fc', borderBottom: '1px solid #e2e7ee' }}>
              <p style={{ marginBottom: 10 }}>
                有 <b>{unknown.length}</b>{' '}
                个单位不在单位目录中。确认名称无误后可一次登记；若是已有单位的另一种写法，请在右侧对应。
              </p>
              <div className="row wrap">
                <Button
                  type="primary"
                  disabled={names.length === 0}
                  loading={register.isPending || props.waiting.length > 0}
                  onClick={run}
                >
                  一键登记到{target}（{names.length} 个）
                </Button>
                <Select
                  size="middle"
                  aria-label="登记到"
                  style={{ width: 150 }}
                  value={target}
                  onChange={setTarget}
                  options={targets.map((name) => ({
                    value: name,
                    label:
                      name === city
                        ? '市级单位'
                        : name === suggested?.name && !suggested.id
                          ? `${name}（新登记）`
                          : name,
                  }))}
                />
              </div>
            </div>
          )}
          <ul className="work">{open.map(row)}</ul>
        </>
      )}
      {known.length > 0 && (
        <details style={{ padding: '12px 16px' }}>
          <summary className="quiet" style={{ cursor: 'pointer' }}>
            已识别 {known.length} 个单位
          </summary>
          <div className="row wrap" style={{ marginTop: 10, gap: 6 }}>
            {known.map((unit) => (
              <span key={unit.name} className="chip lead" title={unit.unit?.name}>
                {unit.name}
                {unit.unit && words(unit.unit) !== unit.name && ` → ${words(unit.unit)}`}
              </span>
            ))}
          </div>
        </details>
      )}
      {reading.units.length === 0 && <Blank title="文中没有识别出单位" />}
    </div>
  )
}
