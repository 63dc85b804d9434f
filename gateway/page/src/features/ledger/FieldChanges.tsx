import { Collapse } from 'antd'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { fieldName, valueWords } from '@/features/ledger/fields'
import { actWords } from '@/features/ledger/history'
import { useFieldHistory } from '@/lib/requests/fields'
import { moment } from '@/lib/time'

/** Every value that each field of the task had: who changed it, when, from what to what. */
export function FieldChanges({ id }: { id: string }) {
  const fields = useFieldHistory(id)
  return (
    <Panel title="逐项变动">
      <Loading query={fields}>
        {(histories) =>
          histories.length === 0 ? (
            <Blank title="各项内容自下达后没有变动" />
          ) : (
            <Collapse
              ghost
              size="small"
              items={histories.map(({ field, changes }) => ({
                key: field,
                label: (
                  <span>
                    {fieldName(field)} <span className="quiet small">变动 {changes.length} 次</span>
                  </span>
                ),
                children: (
                  <ol className="steps">
                    {changes.map((change) => (
                      <li key={`${change.at} ${change.from} ${change.to}`}>
                        <div>
                          <span className="quiet">{valueWords(field, change.from)}</span> →{' '}
                          {valueWords(field, change.to)}
                        </div>
                        <div className="quiet small">
                          {moment(change.at)} · {change.byUnit ? `${change.byUnit} ` : ''}
                          {change.by} · {actWords(change)}
                        </div>
                        {change.words && <div className="small pre">{change.words}</div>}
                      </li>
                    ))}
                  </ol>
                ),
              }))}
            />
          )
        }
      </Loading>
    </Panel>
  )
}
