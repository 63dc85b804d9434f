import { Checkbox, InputNumber } from 'antd'
import { LightTag } from '@/components/LightTag'
import { counts, groups, type Row, sentences } from '@/features/lights/rules'

/** The rules in sentences whose numbers can be changed. */
export function RuleEditor({
  rows,
  still,
  disabled,
  onRows,
  onStill,
}: {
  rows: Row[]
  still: number | null
  disabled: boolean
  onRows: (rows: Row[]) => void
  onStill: (days: number | null) => void
}) {
  const change = (row: Row, by: Partial<Row>) =>
    onRows(rows.map((one) => (one.light === row.light && one.when === row.when ? { ...one, ...by } : one)))
  return (
    <div className="stack">
      {groups.map((light) => (
        <fieldset key={light} className="light-rules">
          <legend>
            <LightTag light={light} task />
          </legend>
          {rows
            .filter((row) => row.light === light)
            .map((row) => {
              const { words, before, after, least, most } = sentences[row.when]
              return (
                <div key={row.when} className="row wrap">
                  <Checkbox
                    aria-label={words}
                    checked={row.on}
                    disabled={disabled}
                    onChange={(event) => change(row, { on: event.target.checked })}
                  />
                  <span className={row.on ? undefined : 'quiet'}>{before}</span>
                  {counts(row.when) && (
                    <>
                      <InputNumber
                        aria-label={`${words}的数字`}
                        size="small"
                        min={least}
                        max={most}
                        precision={0}
                        style={{ width: 68 }}
                        disabled={disabled || !row.on}
                        value={row.number}
                        onChange={(number) => change(row, { number: number ?? least })}
                      />
                      <span className={row.on ? undefined : 'quiet'}>{after}</span>
                    </>
                  )}
                </div>
              )
            })}
        </fieldset>
      ))}
      <fieldset className="light-rules">
        <legend>久无进展</legend>
        <div className="row wrap">
          <Checkbox
            aria-label="点名久无进展的任务"
            checked={still !== null}
            disabled={disabled}
            onChange={(event) => onStill(event.target.checked ? 30 : null)}
          />
          <span className={still === null ? 'quiet' : undefined}>进度</span>
          <InputNumber
            aria-label="久无进展的天数"
            size="small"
            min={1}
            max={365}
            precision={0}
            style={{ width: 68 }}
            disabled={disabled || still === null}
            value={still ?? 30}
            onChange={(days) => onStill(days ?? 30)}
          />
          <span className={still === null ? 'quiet' : undefined}>天没有变化，在亮黄灯、红灯之前先在看板点名</span>
        </div>
      </fieldset>
    </div>
  )
}
