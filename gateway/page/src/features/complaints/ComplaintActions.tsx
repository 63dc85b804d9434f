import { Button } from 'antd'
import { useState } from 'react'
import { WordsDialog } from '@/components/WordsDialog'
import { GiveDialog } from '@/features/complaints/GiveDialog'
import { RectifyDialog } from '@/features/complaints/RectifyDialog'
import type { Complaint, ComplaintAction } from '@/lib/api/types'
import {
  useAnswer,
  useApproveAnswer,
  useRejectComplaint,
  useReturnAnswer,
  useTakeOver,
  useVerifyComplaint,
} from '@/lib/requests/complaints'

type Asking = 'reject' | 'give' | 'answer' | 'return' | 'rectify'

/** What the one who looks at it may do with it now. */
export function ComplaintActions({ complaint }: { complaint: Complaint }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const verify = useVerifyComplaint()
  const reject = useRejectComplaint()
  const takeOver = useTakeOver()
  const answer = useAnswer()
  const approve = useApproveAnswer()
  const back = useReturnAnswer()
  const may = (action: ComplaintAction) => complaint.allowed.includes(action)
  const target = { id: complaint.id, version: complaint.version }
  const close = () => setAsking(null)
  return (
    <>
      {complaint.mayRectify && <Button onClick={() => setAsking('rectify')}>登记整改</Button>}
      {may('TAKE_OVER') && (
        <Button loading={takeOver.isPending} onClick={() => takeOver.mutate(target)}>
          接办
        </Button>
      )}
      {may('REJECT') && (
        <Button danger onClick={() => setAsking('reject')}>
          不予受理
        </Button>
      )}
      {may('VERIFY') && (
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(target)}>
          受理
        </Button>
      )}
      {may('GIVE') && (
        <Button type={complaint.state === 'VERIFIED' ? 'primary' : 'default'} onClick={() => setAsking('give')}>
          {complaint.state === 'VERIFIED' ? '转办' : '改派'}
        </Button>
      )}
      {may('SUBMIT_ANSWER') && (
        <Button type="primary" onClick={() => setAsking('answer')}>
          报送答复
        </Button>
      )}
      {may('RETURN_ANSWER') && (
        <Button danger onClick={() => setAsking('return')}>
          退回答复
        </Button>
      )}
      {may('APPROVE_ANSWER') && (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(target)}>
          同意答复
        </Button>
      )}
      <WordsDialog
        open={asking === 'reject'}
        title="不予受理"
        label="原因"
        action="不予受理"
        danger
        required
        note="原因会告知群众。"
        phrases={['不属于卫生健康部门职责', '同一事项已经受理', '反映的情况不具体，无法核查']}
        busy={reject.isPending}
        onClose={close}
        onSay={(reason) => reject.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'answer'}
        title="报送答复"
        label="答复"
        action="报送"
        required
        note="审核同意后，群众凭查询码可以看到。请写明核查情况和处理结果，不要写个人信息。"
        busy={answer.isPending}
        onClose={close}
        onSay={(words) => answer.mutate({ ...target, answer: words }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'return'}
        title="退回答复"
        label="退回原因"
        action="退回"
        danger
        required
        note="承办单位自今天起至少有三个工作日重报。"
        phrases={['请写明核查情况', '请写明处理结果和时间', '用语请再斟酌']}
        busy={back.isPending}
        onClose={close}
        onSay={(reason) => back.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'give' && <GiveDialog complaint={complaint} onClose={close} />}
      {asking === 'rectify' && <RectifyDialog complaint={complaint} onClose={close} />}
    </>
  )
}
