import { CloseOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import type { Draft, ItemRow, PartRow } from '@/features/assessments/rules'
import { shortly, unused } from '@/features/assessments/rules'
import type { Measure, ScoringMeasure } from '@/lib/api/types'

type Props = { draft: Draft; measures: ScoringMeasure[]; onChange: (draft: Draft) => void }

/** The parts with their weights, what each takes, and what is added. */
export function RuleEditor({ draft, measures, onChange }: Props) {
  const part = (index: number, change: Partial<PartRow>) =>
    onChange({ ...draft, parts: draft.parts.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <div className="stack">
      {draft.parts.map((one, index) => (
        <fieldset key={index} className="scoring-part">
          <legend className="row wrap">
            <Input
              aria-label={`第 ${index + 1} 类的名称`}
              style={{ width: 150 }}
              maxLength={20}
              value={one.name}
              onChange={(event) => part(index, { name: event.target.value })}
            />
            <InputNumber
              aria-label={`${one.name}的权重`}
              style={{ width: 96 }}
              min={1}
              max={100}
              precision={0}
              suffix="%"
              value={one.weight}
              onChange={(weight) => part(index, { weight })}
            />
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              title="去掉这一类"
              aria-label={`去掉${one.name || '这一类'}`}
              onClick={() => onChange({ ...draft, parts: draft.parts.filter((_, at) => at !== index) })}
            />
          </legend>
          <Items
            items={one.items}
            offered={unused(draft, measures, false)}
            measures={measures}
            verb="扣"
            onChange={(items) => part(index, { items })}
          />
        </fieldset>
      ))}
      {draft.parts.length < 8 && (
        <div>
          <Button
            onClick={() => onChange({ ...draft, parts: [...draft.parts, { name: '', weight: null, items: [] }] })}
          >
            增加一类
          </Button>
        </div>
      )}
      <fieldset className="scoring-part">
        <legend className="row wrap">
          <b>加分</b>
          <span className="quiet">合计至多</span>
          <InputNumber
            aria-label="加分合计的上限"
            style={{ width: 96 }}
            min={0.01}
            max={100}
            precision={2}
            formatter={shortly}
            suffix="分"
            placeholder="不限"
            value={draft.bonusCap}
            onChange={(bonusCap) => onChange({ ...draft, bonusCap })}
          />
        </legend>
        <Items
          items={draft.bonus}
          offered={unused(draft, measures, true)}
          measures={measures}
          verb="加"
          onChange={(bonus) => onChange({ ...draft, bonus })}
        />
      </fieldset>
    </div>
  )
}

function Items(props: {
  items: ItemRow[]
  offered: ScoringMeasure[]
  measures: ScoringMeasure[]
  verb: string
  onChange: (items: ItemRow[]) => void
}) {
  const { items, offered, measures, verb, onChange } = props
  const change = (measure: Measure, by: Partial<ItemRow>) =>
    onChange(items.map((one) => (one.measure === measure ? { ...one, ...by } : one)))
  const described = (measure: Measure) => measures.find((one) => one.measure === measure)
  return (
    <div className="stack tight">
      {items.map(({ measure, points, cap }) => {
        const { words = measure, explanation = '' } = described(measure) ?? {}
        return (
          <div key={measure} className="row wrap between">
            <span className="grow" style={{ minWidth: 180 }}>
              {words}{' '}
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                title="去掉这一项"
                aria-label={`去掉${words}`}
                onClick={() => onChange(items.filter((one) => one.measure !== measure))}
              />
              <div className="quiet small">{explanation}</div>
            </span>
            <span className="row wrap">
              <span className="quiet">{measure === 'FEATURE' ? '一项至多' : `每次${verb}`}</span>
              <InputNumber
                aria-label={`${words}的分值`}
                size="small"
                style={{ width: 66 }}
                min={0.01}
                max={100}
                precision={2}
                formatter={shortly}
                value={points}
                onChange={(value) => change(measure, { points: value })}
              />
              <span className="quiet">分，每月至多</span>
              <InputNumber
                aria-label={`${words}的上限`}
                size="small"
                style={{ width: 66 }}
                min={0.01}
                max={100}
                precision={2}
                formatter={shortly}
                placeholder="不限"
                value={cap}
                onChange={(value) => change(measure, { cap: value })}
              />
            </span>
          </div>
        )
      })}
      {offered.length > 0 && (
        <Select<Measure>
          aria-label={`增加${verb}分项`}
          style={{ width: 200 }}
          placeholder={`增加${verb}分项`}
          value={null}
          onChange={(measure) => onChange([...items, { measure, points: 1, cap: null }])}
          options={offered.map(({ measure, words }) => ({ value: measure, label: words }))}
        />
      )}
    </div>
  )
}
