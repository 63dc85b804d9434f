import { EvidenceList } from '@/components/evidence/EvidenceList'
import { Panel } from '@/components/Panel'
import type { Report } from '@/lib/api/types'
import { spanWords } from '@/lib/period'
import { moment } from '@/lib/time'

/** What a unit says; to the unit itself, before its head has signed, what lies there to be signed. */
export function Submitted({ report }: { report: Report }) {
  const { pending } = report
  const said = pending ?? report
  const rows: [string, string | null][] = [
    [`本${spanWords(report.period)}进展`, said.done],
    ['存在问题', said.problems ?? null],
    ['下一步打算', said.next ?? null],
  ]
  return (
    <Panel
      title={pending ? (pending.refusal ? '退回修改的内容' : '待签发的内容') : '报送内容'}
      actions={
        <span className="quiet small">
          {moment(pending ? pending.at : report.submittedAt)}
          {!pending && report.signedBy && ` ${report.signedBy}签发`}
        </span>
      }
    >
      <div className="quote">
        <h3>进度</h3>
        <p>{pending || report.submittedAt ? `${said.progress}%` : '—'}</p>
      </div>
      {rows.map(([title, words]) => (
        <div className="quote" key={title}>
          <h3>{title}</h3>
          <p className="pre">{words || '—'}</p>
        </div>
      ))}
      {said.indicators.length > 0 && (
        <div className="quote">
          <h3>指标</h3>
          {said.indicators.map(({ text, value }) => (
            <p key={text}>
              {text}：{value ?? '未填'}
            </p>
          ))}
        </div>
      )}
      {said.evidence.length > 0 && (
        <div className="quote">
          <h3>佐证材料</h3>
          <EvidenceList files={said.evidence} />
        </div>
      )}
    </Panel>
  )
}
