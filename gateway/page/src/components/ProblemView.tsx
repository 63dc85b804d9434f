import { Alert, Button } from 'antd'
import { Problem } from '@/lib/http'

/** A problem as the server worded it, with the fields it is about and the number to quote when asking for help. */
export function ProblemView({ reason, retry }: { reason: unknown; retry?: () => void }) {
  if (!reason) return null
  const problem = Problem.of(reason)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.detail}
      description={
        problem.errors.length > 0 || problem.traceId ? (
          <>
            {problem.errors.length > 0 && (
              <ul style={{ paddingInlineStart: 18, margin: '2px 0' }}>
                {problem.errors.map((error, index) => (
                  <li key={index}>{error.detail}</li>
                ))}
              </ul>
            )}
            {problem.traceId && <span className="small quiet">追踪号：{problem.traceId}</span>}
          </>
        ) : undefined
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            重试
          </Button>
        )
      }
    />
  )
}
