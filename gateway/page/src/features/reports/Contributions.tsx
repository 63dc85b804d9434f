import { Button } from 'antd'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { StandingTag } from '@/features/handins/StandingTag'
import type { Contribution } from '@/lib/api/types'
import { useUnitWords } from '@/lib/unitWords'

/**
 * What cooperating units have told whoever writes this report.
 *
 * @param onTake where it can still be taken over into the report
 */
export function Contributions({
  contributions,
  onTake,
}: {
  contributions: Contribution[]
  onTake?: (words: string) => void
}) {
  const nameOf = useUnitWords()
  if (contributions.length === 0) return null
  const told = contributions.filter(({ words }) => words).length
  return (
    <Panel title={`配合单位情况（已报 ${told}，应报 ${contributions.length}）`}>
      {contributions.map((one) => (
        <div key={one.id} className="quote">
          <div className="row wrap between">
            <span className="row wrap">
              <UnitName unit={one.unit} />
              <StandingTag handIn={one} />
            </span>
            {one.words && onTake && (
              <Button type="link" size="small" onClick={() => onTake(`${nameOf(one.unit)}：${one.words}`)}>
                写入本期进展
              </Button>
            )}
          </div>
          {one.words && <p className="pre">{one.words}</p>}
        </div>
      ))}
    </Panel>
  )
}
