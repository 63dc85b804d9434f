import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { Panel } from '@/components/Panel'
import { periodWords } from '@/features/indicators/words'
import type { TrackedIndicator } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useIndicatorHistory } from '@/lib/requests/indicators'
import { moment } from '@/lib/time'

/** Every value that was written, with what it replaced and who wrote it. */
export function ValueHistory({ indicator }: { indicator: TrackedIndicator }) {
  const history = useIndicatorHistory(indicator.id)
  if (indicator.origin === 'SATISFACTION') return null
  const { measure } = indicator.target
  return (
    <Panel title="填报和更正">
      <Loading query={history}>
        {(found) => {
          const changes = itemsOf(found)
          if (changes.length === 0) return <p className="quiet">还没有填报</p>
          return (
            <>
              <div className="stack tight">
                {changes.map((change) => (
                  <div key={change.id}>
                    <span>
                      {change.unit.shortName} {periodWords(change.period)}：
                      {change.before == null ? (
                        <b>
                          {change.after}
                          {measure}
                        </b>
                      ) : (
                        <>
                          由 {change.before}
                          {measure} 更正为{' '}
                          <b>
                            {change.after}
                            {measure}
                          </b>
                        </>
                      )}
                    </span>
                    {change.note && <span className="quiet">，{change.note}</span>}
                    <div className="quiet small">
                      {moment(change.at)} {change.by}
                      {change.enteredBy === 'REPORT' ? '，随进展报送' : ''}
                    </div>
                  </div>
                ))}
              </div>
              <More
                has={history.hasNextPage}
                loading={history.isFetchingNextPage}
                load={history.fetchNextPage}
                shown={0}
              />
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}
