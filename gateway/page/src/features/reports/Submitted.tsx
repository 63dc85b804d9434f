import { Panel } from '@/components/Panel'
import type { Report } from '@/lib/api/types'
import { spanWords } from '@/lib/period'
import { moment } from '@/lib/time'

export function Submitted({ report }: { report: Report }) {
  const rows: [string, string | null][] = [
    [`本${spanWords(report.period)}进展`, report.done],
    ['存在问题', report.problems],
    ['下一步打算', report.next],
  ]
  return (
    <Panel
      title="报送内容"
      actions={
        <span className="quiet small">
          {moment(report.submittedAt)}
          {report.signedBy && ` ${report.signedBy}签发`}
        </span>
      }
    >
      <div className="quote">
        <h3>进度</h3>
        <p>{report.submittedAt ? `${report.progress}%` : '—'}</p>
      </div>
      {rows.map(([title, words]) => (
        <div className="quote" key={title}>
          <h3>{title}</h3>
          <p className="pre">{words || '—'}</p>
        </div>
      ))}
      {report.indicators.length > 0 && (
        <div className="quote">
          <h3>指标</h3>
          {report.indicators.map(({ text, value }) => (
            <p key={text}>
              {text}：{value ?? '未填'}
            </p>
          ))}
        </div>
      )}
    </Panel>
  )
}
