import { termsOf } from '@/features/assessments/rules'
import type { ScoringItem, ScoringMeasure, ScoringRules } from '@/lib/api/types'

type Props = { rules: ScoringRules; measures: ScoringMeasure[] }

/** The rules for who may not change them. */
export function RuleWords({ rules, measures }: Props) {
  const items = (list: ScoringItem[], verb: string) => (
    <ul className="ruled">
      {list.map((item) => {
        const { words = item.measure, explanation = '' } =
          measures.find(({ measure }) => measure === item.measure) ?? {}
        return (
          <li key={item.measure} className="row wrap between">
            <span className="grow" style={{ minWidth: 180 }}>
              {words}
              <div className="quiet small">{explanation}</div>
            </span>
            <span>{termsOf(verb, item)}</span>
          </li>
        )
      })}
    </ul>
  )
  return (
    <>
      {rules.parts.map((part) => (
        <section key={part.name}>
          <b>{part.name}</b> <span className="quiet">权重 {part.weight}%</span>
          {items(part.items, '扣')}
        </section>
      ))}
      {rules.bonus.length > 0 && (
        <section>
          <b>加分</b> {rules.bonusCap != null && <span className="quiet">合计至多 {rules.bonusCap} 分</span>}
          {items(rules.bonus, '加')}
        </section>
      )}
    </>
  )
}
