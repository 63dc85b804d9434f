import { Timeline } from 'antd'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { actWords, changesOf } from '@/features/ledger/history'
import { useTaskHistory } from '@/lib/requests/tasks'
import { moment } from '@/lib/time'

export function TaskHistory({ id }: { id: string }) {
  const history = useTaskHistory(id)
  return (
    <Panel title="办理过程">
      <Loading query={history}>
        {(entries) =>
          entries.length === 0 ? (
            <Blank title="还没有办理记录" />
          ) : (
            <Timeline
              style={{ marginTop: 6, marginBottom: -4 }}
              items={entries.map((entry, index) => ({
                key: index,
                color: index === 0 ? 'blue' : 'gray',
                content: (
                  <div>
                    <div>
                      <b style={{ fontWeight: 500 }}>{actWords(entry)}</b>
                    </div>
                    <div className="quiet small">
                      {moment(entry.at)} · {entry.byUnit ? `${entry.byUnit} ` : ''}
                      {entry.by}
                    </div>
                    {entry.words && <div className="pre small">{entry.words}</div>}
                    {changesOf(entry).map((change) => (
                      <div key={change} className="small">
                        {change}
                      </div>
                    ))}
                  </div>
                ),
              }))}
            />
          )
        }
      </Loading>
    </Panel>
  )
}
