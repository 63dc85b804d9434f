import { Alert, Button } from 'antd'
import { useState } from 'react'
import { WordsDialog } from '@/components/WordsDialog'
import type { Report } from '@/lib/api/types'
import { useRefuseSignOff, useSignOff } from '@/lib/requests/reports'
import { moment } from '@/lib/time'

/** What waits for the head of the unit, and what the head does with it. */
export function SignOff({ report }: { report: Report }) {
  const [refusing, setRefusing] = useState(false)
  const sign = useSignOff()
  const refuse = useRefuseSignOff()
  const target = { id: report.id, version: report.version }
  const { pending } = report
  if (pending?.refusal)
    return (
      <Alert
        type="warning"
        showIcon
        title={`负责人退回修改：${pending.refusal}`}
        description="请修改后重新提交负责人签发，截止日不变。"
      />
    )
  if (!report.awaitsSignOff) return null
  const signs = report.allowed.includes('SIGN_OFF')
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={signs ? '请签发这份报送' : '待单位负责人签发，签发后才算报送'}
        description={
          <>
            {pending && `${pending.by} ${moment(pending.at)}填写，进度 ${pending.progress}%`}
            {signs && <div>此处签发的是原文；如在下方作了修改，请用“签发并报送”</div>}
          </>
        }
        action={
          signs && (
            <span className="row wrap">
              <Button onClick={() => setRefusing(true)}>退回修改</Button>
              <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(target)}>
                签发
              </Button>
            </span>
          )
        }
      />
      <WordsDialog
        open={refusing}
        title="退回修改"
        label="修改要求"
        action="退回修改"
        required
        note="只在本单位内退回，督导部门看不到，截止日不变。"
        busy={refuse.isPending}
        onClose={() => setRefusing(false)}
        onSay={(reason) => refuse.mutate({ ...target, reason }, { onSuccess: () => setRefusing(false) })}
      />
    </>
  )
}
