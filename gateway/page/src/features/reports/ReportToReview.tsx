import { Link } from '@tanstack/react-router'
import { Alert, Button, Tag } from 'antd'
import { Bar } from '@/components/Bar'
import { EvidenceList } from '@/components/evidence/EvidenceList'
import { LightTag } from '@/components/LightTag'
import { UnitName } from '@/components/UnitNames'
import { doubts } from '@/features/reports/form'
import type { Report } from '@/lib/api/types'
import { periodWords, spanWords } from '@/lib/period'
import { moment } from '@/lib/time'
import { reportStateWords } from '@/lib/words'

/** One report as whoever decides on it reads it: beside each answer the one of the period before. */
export function ReportToReview(props: { report: Report; busy: boolean; onAccept: () => void; onReturn: () => void }) {
  const { report } = props
  const said: [string, string | null, string | null | undefined][] = [
    [`本${spanWords(report.period)}进展`, report.done, report.previous?.done],
    ['存在问题', report.problems, report.previous?.problems],
    ['下一步打算', report.next, report.previous?.next],
  ]
  const odd = doubts(
    { progress: report.progress, done: report.done ?? '', problems: '', next: '', values: {}, files: [] },
    report.previous,
  )
  return (
    <section className="panel">
      <header style={{ padding: '12px 18px' }}>
        <div className="grow">
          <h2>
            <Link to="/tasks/$id" params={{ id: report.taskId }}>
              {report.taskOrdinal}. {report.taskTitle}
            </Link>
          </h2>
          <div className="row wrap quiet small" style={{ marginTop: 3 }}>
            <UnitName unit={report.unit} />
            <span>{periodWords(report.period)}</span>
            <span>{moment(report.submittedAt)} 报送</span>
            {report.submittedBy && <span>报送人：{report.submittedBy}</span>}
            <LightTag light={report.light} reason={report.lightReason} />
            {report.onTime === false && <Tag variant="filled">迟报</Tag>}
          </div>
        </div>
      </header>
      <div className="body">
        {odd.map((doubt) => (
          <Alert key={doubt} type="warning" showIcon title={doubt} style={{ marginBottom: 14 }} />
        ))}
        <div className="quote">
          <h3>进度{report.previous && `（上期 ${report.previous.progress}%）`}</h3>
          <div style={{ maxWidth: 320 }}>
            <Bar value={report.progress ?? 0} />
          </div>
        </div>
        {said.map(([title, now, before]) => (
          <div key={title} className="quote">
            <h3>{title}</h3>
            <div className={report.previous ? 'half' : undefined}>
              <p className="pre">{now || '未填'}</p>
              {report.previous && (
                <div className="before">
                  <h3>上期</h3>
                  <p className="pre">{before || '未填'}</p>
                </div>
              )}
            </div>
          </div>
        ))}
        {report.indicators.length > 0 && (
          <div className="quote">
            <h3>指标完成情况</h3>
            {report.indicators.map(({ text, value }) => (
              <p key={text}>
                {text}：<b>{value ?? '未填'}</b>
              </p>
            ))}
          </div>
        )}
        {report.evidence.length > 0 && (
          <div className="quote">
            <h3>佐证材料</h3>
            <EvidenceList files={report.evidence} />
          </div>
        )}
        {report.returnReason && report.state !== 'ACCEPTED' && (
          <Alert type="info" title={`曾退回：${report.returnReason}`} description={moment(report.decidedAt)} />
        )}
      </div>
      {report.allowed.includes('ACCEPT') ? (
        <div className="submit-bar">
          <Button type="primary" loading={props.busy} onClick={props.onAccept}>
            审核通过
          </Button>
          {report.allowed.includes('RETURN') && (
            <Button danger onClick={props.onReturn}>
              退回修改
            </Button>
          )}
        </div>
      ) : (
        <footer className="quiet small">
          {moment(report.decidedAt)} {report.decidedBy} {reportStateWords[report.state]}
        </footer>
      )}
    </section>
  )
}
