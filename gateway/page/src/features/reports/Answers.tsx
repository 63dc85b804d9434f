import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { Panel } from '@/components/Panel'
import type { Report, ReportAnswer } from '@/lib/api/types'
import { useReportAnswers } from '@/lib/requests/once'

/** 一次填报: whom one submission answers, so that nothing of it is asked again. */
export function Answers({ report }: { report: Report }) {
  const answers = useReportAnswers(report.id).data
  if (!answers || (!answers.given && !report.allowed.includes('SUBMIT'))) return null
  return (
    <Panel
      title={answers.given ? '这一份已同时报给' : '这一份将同时报给'}
      footer={
        answers.spared > 0 && (
          <span className="quiet">
            {answers.given ? '少填了' : '少填'} <b>{answers.spared}</b> 份
          </span>
        )
      }
    >
      {answers.answeredBy && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 10 }}
          title={
            <>
              已随
              <Link to="/reports/$id" params={{ id: answers.answeredBy }}>
                “{answers.answeredByTask}”的报送
              </Link>
              一并完成，有不同情况再单独修改
            </>
          }
        />
      )}
      {answers.left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 10 }}
          title="同一事项的其他报送"
          description={
            <ul className="answers">
              {answers.left.map((one) => (
                <li key={one.reportId}>
                  <Link to="/reports/$id" params={{ id: one.reportId }}>
                    {one.words}
                  </Link>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <ul className="answers">
        {answers.answers.map((one) => (
          <li key={`${one.kind} ${one.taskId} ${one.indicatorId ?? ''}`}>
            <AnswerWords answer={one} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AnswerWords({ answer }: { answer: ReportAnswer }) {
  if (answer.reportId)
    return (
      <Link to="/reports/$id" params={{ id: answer.reportId }}>
        {answer.words}
      </Link>
    )
  if (answer.indicatorId)
    return (
      <Link to="/indicators/$id" params={{ id: answer.indicatorId }}>
        {answer.words}
      </Link>
    )
  return <span>{answer.words}</span>
}
