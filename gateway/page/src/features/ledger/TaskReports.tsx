import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { EvidenceList } from '@/components/evidence/EvidenceList'
import { LightTag } from '@/components/LightTag'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import type { TaskReport } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { moment } from '@/lib/time'
import { reportStateTones, reportStateWords } from '@/lib/words'

export function TaskReports({
  reports,
  supervisor,
  mine,
  onComment,
}: {
  reports: TaskReport[]
  supervisor: boolean
  mine?: string
  onComment?: (report: string) => void
}) {
  return (
    <Panel title="进展报送" flush>
      {reports.length === 0 ? (
        <Blank title="还没有报送记录" />
      ) : (
        <div className="cards">
          {reports.map((report) => (
            <article className="card" key={report.id} id={`report-${report.id}`}>
              <div className="row wrap between">
                <span className="row wrap">
                  <b>{periodWords(report.period)}</b>
                  <UnitName unit={report.unit} />
                  <LightTag light={report.light} reason={report.lightReason} />
                  <ReportStateTag report={report} />
                </span>
                <span className="row">
                  {supervisor && report.state === 'SUBMITTED' && (
                    <Link to="/review" search={{ report: report.id }}>
                      去审核
                    </Link>
                  )}
                  {report.unit.id === mine && ['DUE', 'SUBMITTED', 'RETURNED'].includes(report.state) && (
                    <Link to="/reports/$id" params={{ id: report.id }}>
                      {report.state === 'DUE' ? '填写报送' : '修改报送'}
                    </Link>
                  )}
                  {report.submittedAt && onComment && (
                    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onComment(report.id)}>
                      批注
                    </Button>
                  )}
                  <span className="quiet small nowrap">
                    {report.submittedAt
                      ? `${moment(report.submittedAt)} ${report.submittedBy ?? ''}`
                      : `应于 ${report.dueOn} 前报送`}
                  </span>
                </span>
              </div>
              {report.submittedAt && (
                <div style={{ marginTop: 8 }}>
                  <div style={{ maxWidth: 260, marginBottom: 6 }}>
                    <Bar value={report.progress ?? 0} />
                  </div>
                  <Said words={report.done} title="进展" />
                  <Said words={report.problems} title="问题" />
                  <Said words={report.next} title="打算" />
                  {report.indicators.length > 0 && (
                    <Said
                      title="指标"
                      words={report.indicators.map(({ text, value }) => `${text}：${value ?? '未填'}`).join('；')}
                    />
                  )}
                  {report.evidence.length > 0 && <EvidenceList files={report.evidence} />}
                </div>
              )}
              {report.returnReason && report.state === 'RETURNED' && (
                <div className="chip wild" style={{ marginTop: 6 }}>
                  退回原因：{report.returnReason}
                </div>
              )}
            </article>
          ))}
        </div>
      )}
    </Panel>
  )
}

function ReportStateTag({ report }: { report: TaskReport }) {
  const tone = reportStateTones[report.state]
  return (
    <Tag color={tone} variant="filled">
      {reportStateWords[report.state]}
    </Tag>
  )
}

function Said({ title, words }: { title: string; words: string | null }) {
  if (!words) return null
  return (
    <p className="pre" style={{ display: 'grid', gridTemplateColumns: '44px 1fr', lineHeight: 1.8 }}>
      <span className="quiet">{title}</span>
      <span>{words}</span>
    </p>
  )
}
