import { Link, useParams } from '@tanstack/react-router'
import { Alert, Tag } from 'antd'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName } from '@/components/UnitNames'
import { Answers } from '@/features/reports/Answers'
import { Contributions } from '@/features/reports/Contributions'
import { ReportForm } from '@/features/reports/ReportForm'
import { SignOff } from '@/features/reports/SignOff'
import { Submitted } from '@/features/reports/Submitted'
import type { Report } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useContributions } from '@/lib/requests/handIns'
import { useAskedIndicators } from '@/lib/requests/indicators'
import { useMe } from '@/lib/requests/me'
import { useReport } from '@/lib/requests/reports'
import { useTask } from '@/lib/requests/tasks'
import { dueWords, longDay, moment } from '@/lib/time'
import { reportStanding } from '@/lib/words'

export function ReportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const report = useReport(id)
  return <Loading query={report}>{(data) => <ReportView key={data.id} report={data} />}</Loading>
}

function ReportView({ report }: { report: Report }) {
  const me = useMe()
  const today = useToday()
  const task = useTask(report.taskId)
  const open = report.allowed.includes('SUBMIT')
  const asked = useAskedIndicators(report.id, open)
  const told = useContributions(report.id)
  const contributions = told.data ?? []
  return (
    <>
      <PageHead
        title={`${periodWords(report.period)}进展报送`}
        note={
          <span className="row wrap">
            <UnitName unit={report.unit} />
            {report.part === 'COOPERATING' && <Tag variant="filled">配合单位</Tag>}
            <LightTag light={report.light} />
            {report.submittedAt && report.lightReason && <span>{report.lightReason}</span>}
            <Tag variant="filled">{reportStanding(report)}</Tag>
            {!report.submittedAt && (
              <span>
                {longDay(report.dueOn)}前报送，{dueWords(report.dueOn, today)}
              </span>
            )}
          </span>
        }
      />
      <div className="stack">
        {report.state === 'RETURNED' && (
          <Alert
            type="warning"
            showIcon
            title={`已退回：${report.returnReason ?? ''}`}
            description={`${moment(report.decidedAt)} ${report.decidedBy ?? ''}，请修改后重新报送`}
          />
        )}
        {report.state === 'SUBMITTED' && open && (
          <Alert type="info" showIcon title={`已于 ${moment(report.submittedAt)} 报送，审核前可以修改后重新报送`} />
        )}
        <SignOff report={report} />
        {told.error && !told.data && <ProblemView reason={told.error} retry={() => told.refetch()} />}
        <div className="two">
          {open ? (
            (task.data || task.error) && (asked.data || asked.error) ? (
              <ReportForm
                key={report.id}
                report={report}
                indicators={task.data?.indicators ?? []}
                asked={asked.data?.items ?? []}
                contributions={contributions}
                head={me.has('UNIT_HEAD')}
              />
            ) : null
          ) : (
            <div className="stack">
              <Submitted report={report} />
              <Contributions contributions={contributions} />
            </div>
          )}
          <aside className="stack">
            <Answers report={report} />
            <Panel title="任务">
              <p style={{ marginBottom: 6 }}>
                <Link to="/tasks/$id" params={{ id: report.taskId }}>
                  {report.taskOrdinal}. {report.taskTitle}
                </Link>
              </p>
              <p className="quiet small pre">{task.data?.text}</p>
            </Panel>
            {report.previous && (
              <Panel title={`上期报送（${periodWords(report.previous.period)}）`}>
                <div className="before">
                  <h3>进度</h3>
                  <p>{report.previous.progress}%</p>
                  <h3>进展</h3>
                  <p className="pre">{report.previous.done || '—'}</p>
                  <h3>问题</h3>
                  <p className="pre">{report.previous.problems || '无'}</p>
                  <h3>打算</h3>
                  <p className="pre">{report.previous.next || '—'}</p>
                </div>
              </Panel>
            )}
          </aside>
        </div>
      </div>
    </>
  )
}
