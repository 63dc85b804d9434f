import { Button } from 'antd'
import { useState } from 'react'
import { StatementDialog } from '@/components/evidence/StatementDialog'
import { WordsDialog } from '@/components/WordsDialog'
import { FollowUpDialog } from '@/features/rectifications/FollowUpDialog'
import { PlanDialog } from '@/features/rectifications/PlanDialog'
import { ReinspectDialog } from '@/features/rectifications/ReinspectDialog'
import type { Rectification, RectificationAction } from '@/lib/api/types'
import { useAgreePlan, useComplete, useReturnPlan, useWithdraw } from '@/lib/requests/rectifications'

type Asking = 'plan' | 'agree' | 'returnPlan' | 'complete' | 'reinspect' | 'followUp' | 'withdraw'

/** What the one who looks at it may do with it now. */
export function RectificationActions({ item }: { item: Rectification }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const agree = useAgreePlan()
  const back = useReturnPlan()
  const complete = useComplete()
  const withdraw = useWithdraw()
  const may = (action: RectificationAction) => item.allowed.includes(action)
  const close = () => setAsking(null)
  const target = { id: item.id, version: item.version }
  const button = (action: RectificationAction, asks: Asking, words: string, type?: 'primary' | 'danger') =>
    may(action) && (
      <Button
        key={asks}
        type={type === 'primary' ? 'primary' : 'default'}
        danger={type === 'danger'}
        onClick={() => setAsking(asks)}
      >
        {words}
      </Button>
    )
  return (
    <>
      {button('WITHDRAW', 'withdraw', '撤销')}
      {button('RETURN_PLAN', 'returnPlan', '退回方案', 'danger')}
      {button('AGREE_PLAN', 'agree', '同意方案', 'primary')}
      {button('SUBMIT_PLAN', 'plan', item.state === 'PLAN_SUBMITTED' ? '更正方案' : '提交整改方案', 'primary')}
      {button('COMPLETE', 'complete', '申请复查', 'primary')}
      {button('PASS', 'reinspect', '复查', 'primary')}
      {button('HOLD', 'followUp', '回头看', 'primary')}
      <WordsDialog
        open={asking === 'agree'}
        title="同意整改方案"
        label="意见（可不填）"
        action="同意"
        note={item.proposedOn ? `整改时限定为 ${item.proposedOn}。` : undefined}
        busy={agree.isPending}
        onClose={close}
        onSay={(opinion) => agree.mutate({ ...target, opinion: opinion || null }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'returnPlan'}
        title="退回整改方案"
        label="退回原因"
        action="退回"
        danger
        required
        note="责任单位自今天起至少有五个工作日重报。"
        phrases={['措施不具体，请落实到人', '整改时限过长，请提前', '原因分析不到位']}
        busy={back.isPending}
        onClose={close}
        onSay={(reason) => back.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'complete' && (
        <StatementDialog
          title="完成整改，申请复查"
          label="整改情况"
          busy={complete.isPending}
          problem={complete.error}
          onClose={close}
          onSay={(statement, evidence) => complete.mutate({ ...target, statement, evidence }, { onSuccess: close })}
        />
      )}
      <WordsDialog
        open={asking === 'withdraw'}
        title="撤销这项整改"
        label="撤销原因"
        action="撤销"
        danger
        required
        phrases={['与另一条重复', '登记有误']}
        busy={withdraw.isPending}
        onClose={close}
        onSay={(reason) => withdraw.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'plan' && <PlanDialog item={item} onClose={close} />}
      {asking === 'reinspect' && <ReinspectDialog item={item} onClose={close} />}
      {asking === 'followUp' && <FollowUpDialog item={item} onClose={close} />}
    </>
  )
}
