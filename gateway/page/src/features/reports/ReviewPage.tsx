import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import { useShortcuts } from '@/components/useShortcuts'
import { WordsDialog } from '@/components/WordsDialog'
import { ReportToReview } from '@/features/reports/ReportToReview'
import type { Report } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useAcceptReport, useReports, useReturnReport } from '@/lib/requests/reports'
import { useUnitWords } from '@/lib/unitWords'
import { reportStateWords } from '@/lib/words'

export function ReviewPage() {
  const navigate = useNavigate()
  const narrow = useNarrow()
  const words = useUnitWords()
  const search = useSearch({ strict: false }) as {
    report?: string
    state?: string
    period?: string
    plan?: string
    unit?: string
  }
  const state = search.state ?? 'SUBMITTED'
  const reports = useReports(
    {
      state,
      period: search.period,
      plan: search.plan,
      unit: search.unit,
      'own-plans': state === 'SUBMITTED' ? 'true' : undefined,
    },
    100,
  )
  const items = itemsOf(reports.data)
  const found = items.findIndex((report) => report.id === search.report)
  const accept = useAcceptReport()
  const back = useReturnReport()
  // What is decided leaves the queue before the address names what follows.
  const missing = !!search.report && reports.isSuccess && found < 0 && !accept.isPending && !back.isPending
  const at = missing ? -1 : Math.max(0, found)
  const current = items[Math.max(0, at)]
  const [returning, setReturning] = useState(false)

  const show = (report: Report | undefined) =>
    navigate({
      to: '/review',
      search: {
        ...(search.state && { state: search.state }),
        ...(search.period && { period: search.period }),
        ...(search.plan && { plan: search.plan }),
        ...(search.unit && { unit: search.unit }),
        ...(report && { report: report.id }),
      },
      replace: true,
    })
  // The queue shrinks as it is worked through: what follows takes the decided one's place.
  const following = () => items[at + 1] ?? items[at - 1]
  const decidable = !missing && (current?.allowed.includes('ACCEPT') ?? false)
  const returnable = !missing && (current?.allowed.includes('RETURN') ?? false)
  const pass = () => {
    if (!current || !decidable || accept.isPending) return
    const next = following()
    accept.mutate(current, { onSuccess: () => show(next) })
  }
  useShortcuts({
    j: () => show(items[Math.min(at + 1, items.length - 1)]),
    k: () => show(items[Math.max(at - 1, 0)]),
    ArrowDown: () => show(items[Math.min(at + 1, items.length - 1)]),
    ArrowUp: () => show(items[Math.max(at - 1, 0)]),
    a: pass,
    Enter: pass,
    r: () => returnable && setReturning(true),
  })
  useEffect(() => {
    document.querySelector('.queue .item.on')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  return (
    <>
      <PageHead
        title="报送审核"
        note={
          <span className="row wrap small keys">
            <span>
              <kbd>J</kbd> <kbd>K</kbd> 上下条
            </span>
            <span>
              <kbd>A</kbd> 通过
            </span>
            <span>
              <kbd>R</kbd> 退回
            </span>
          </span>
        }
      >
        <Segmented
          value={state}
          onChange={(value) =>
            navigate({ to: '/review', search: value === 'SUBMITTED' ? {} : { state: String(value) } })
          }
          options={[
            { value: 'SUBMITTED', label: '待审核' },
            { value: 'RETURNED', label: '已退回' },
            { value: 'ACCEPTED', label: '已通过' },
          ]}
        />
      </PageHead>
      {missing && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 14 }}
          title="这份报送不在当前列表中，可能已审核，或由其他层级审核"
          action={
            <Link to="/reports/$id" params={{ id: search.report! }}>
              查看这份报送
            </Link>
          }
        />
      )}
      <Loading query={reports}>
        {() =>
          current ? (
            <div className="queue">
              {(!narrow || !search.report) && (
                <section className="panel list" aria-label="报送列表">
                  {items.map((report) => (
                    <button
                      type="button"
                      key={report.id}
                      className={`item${!narrow && !missing && report.id === current.id ? ' on' : ''}`}
                      aria-current={!missing && report.id === current.id}
                      onClick={() => show(report)}
                    >
                      <div className="clip2">
                        {report.taskOrdinal}. {report.taskTitle}
                      </div>
                      <div className="row between small quiet" style={{ marginTop: 3 }}>
                        <UnitName unit={report.unit} />
                        <span>
                          {periodWords(report.period)} · {report.progress}%
                        </span>
                      </div>
                    </button>
                  ))}
                  <More
                    has={reports.hasNextPage}
                    loading={reports.isFetchingNextPage}
                    load={reports.fetchNextPage}
                    shown={items.length}
                  />
                </section>
              )}
              {narrow && search.report && (
                <Button type="link" style={{ justifySelf: 'start', padding: 0 }} onClick={() => show(undefined)}>
                  返回列表
                </Button>
              )}
              {!missing && (!narrow || search.report) && (
                <ReportToReview
                  report={current}
                  busy={accept.isPending}
                  onAccept={pass}
                  onReturn={() => setReturning(true)}
                />
              )}
            </div>
          ) : (
            <Panel>
              <Blank
                title={
                  state === 'SUBMITTED'
                    ? '待审核的报送已全部处理'
                    : `没有${reportStateWords[state as 'RETURNED'] ?? ''}的报送`
                }
                note={state === 'SUBMITTED' ? '单位新的报送会立即出现在这里' : undefined}
              />
            </Panel>
          )
        }
      </Loading>
      <WordsDialog
        open={returning && !missing}
        title="退回报送"
        label="退回原因"
        action="退回"
        danger
        required
        busy={back.isPending}
        note={current && `${words(current.unit)}将收到提醒，修改后可重新报送。`}
        phrases={['进展与上期相同，请补充本期情况', '请补充数据和时间节点', '进度与进展描述不符，请核实']}
        onClose={() => setReturning(false)}
        onSay={(reason) => {
          if (!current) return
          const next = following()
          back.mutate(
            { ...current, reason },
            {
              onSuccess: () => {
                setReturning(false)
                show(next)
              },
            },
          )
        }}
      />
    </>
  )
}
