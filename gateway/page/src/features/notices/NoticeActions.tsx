import { Button } from 'antd'
import { useState } from 'react'
import { WordsDialog } from '@/components/WordsDialog'
import { DecideDialog } from '@/features/notices/DecideDialog'
import { IssueDialog } from '@/features/notices/IssueDialog'
import type { Notice, NoticeAction } from '@/lib/api/types'
import { useAppealNotice, useDismissNotice, useReceiveNotice, useReplyNotice } from '@/lib/requests/notices'

type Asking = 'issue' | 'dismiss' | 'reply' | 'appeal' | 'decide'

/** What the one who looks at it may do with it now. */
export function NoticeActions({ notice }: { notice: Notice }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const dismiss = useDismissNotice()
  const receive = useReceiveNotice()
  const reply = useReplyNotice()
  const appeal = useAppealNotice()
  const target = { id: notice.id, version: notice.version }
  const may = (action: NoticeAction) => notice.allowed.includes(action)
  const close = () => setAsking(null)
  return (
    <>
      {may('DISMISS') && <Button onClick={() => setAsking('dismiss')}>不予签发</Button>}
      {may('ISSUE') && (
        <Button type="primary" disabled={!notice.stillOwed} onClick={() => setAsking('issue')}>
          签发
        </Button>
      )}
      {may('UPHOLD') && (
        <Button type="primary" onClick={() => setAsking('decide')}>
          作出结论
        </Button>
      )}
      {may('APPEAL') && <Button onClick={() => setAsking('appeal')}>申诉</Button>}
      {may('RECEIVE') && (
        <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate(target)}>
          签收
        </Button>
      )}
      {may('REPLY') && (
        <Button type={notice.reply ? 'default' : 'primary'} onClick={() => setAsking('reply')}>
          {notice.reply ? '补充反馈' : '反馈办理情况'}
        </Button>
      )}
      <WordsDialog
        open={asking === 'dismiss'}
        title="不予签发"
        label="理由"
        action="确定"
        required
        busy={dismiss.isPending}
        phrases={['已电话督促，单位承诺近日完成', '客观原因，同意顺延']}
        onClose={close}
        onSay={(reason) => dismiss.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'reply'}
        title="反馈办理情况"
        label="办理情况、逾期原因和整改措施"
        action="反馈"
        required
        busy={reply.isPending}
        note="反馈不能代替报送；所欠的报送或办结仍须办理。"
        onClose={close}
        onSay={(words) => reply.mutate({ ...target, words }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'appeal'}
        title="申诉"
        label="申诉理由"
        action="提出申诉"
        required
        busy={appeal.isPending}
        note="每份督办单可申诉一次；申诉期间不再升级。"
        onClose={close}
        onSay={(reason) => appeal.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'issue' && <IssueDialog notice={notice} onClose={close} />}
      {asking === 'decide' && <DecideDialog notice={notice} onClose={close} />}
    </>
  )
}
