import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Panel } from '@/components/Panel'
import { UnitSelect } from '@/components/UnitSelect'
import type { LedgerImport } from '@/lib/api/types'
import { useMatchImportUnit } from '@/lib/requests/sheets'
import { useUnitWords } from '@/lib/unitWords'

/** Names that are no unit yet: said once which unit each means, it holds from then on. */
export function NamesPanel({ found }: { found: LedgerImport }) {
  const match = useMatchImportUnit(found.id)
  const words = useUnitWords()
  return (
    <Panel title={`待对应的单位（${found.units.length}）`} flush>
      <ul className="sheet-columns">
        {found.units.map(({ name, candidates, rows }) => (
          <li key={name}>
            <div style={{ minWidth: 0 }}>
              <div>{name}</div>
              <div className="row wrap small">
                <span className="quiet">{rows}行用到</span>
                {candidates.slice(0, 3).map((unit) => (
                  <Button
                    key={unit.id}
                    size="small"
                    disabled={match.isPending}
                    onClick={() => match.mutate({ name, unitId: unit.id })}
                  >
                    {words(unit)}
                  </Button>
                ))}
              </div>
            </div>
            <UnitSelect
              aria-label={`${name}对应的单位`}
              placeholder="对应到已有单位"
              disabled={match.isPending}
              value={null}
              onChange={(unitId) => unitId && match.mutate({ name, unitId })}
            />
          </li>
        ))}
      </ul>
      <div className="quiet small within">
        单位目录中没有的单位，请先到<Link to="/directory">单位与岗位</Link>登记。
      </div>
    </Panel>
  )
}
