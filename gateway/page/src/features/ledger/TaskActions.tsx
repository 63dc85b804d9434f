import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { StatementDialog } from '@/components/evidence/StatementDialog'
import { WordsDialog } from '@/components/WordsDialog'
import { CadenceDialog } from '@/features/ledger/CadenceDialog'
import { ReturnDialog, SuspendDialog, UrgeDialog } from '@/features/ledger/TaskDialogs'
import { ExtensionDialog } from '@/features/ledger/TaskExtensions'
import { ReviseDialog } from '@/features/ledger/TaskForm'
import type { Task, TaskAction } from '@/lib/api/types'
import { useAssign, useDiscard, useReopen, useResume } from '@/lib/requests/taskLife'
import { useAcknowledge, useSubmitCompletion, useVerify } from '@/lib/requests/tasks'

/** What is done less often stands behind 更多. */
const seldom: TaskAction[] = ['REVISE', 'SET_CADENCE', 'SUSPEND', 'REOPEN', 'DISCARD']

/** What the caller may do with the task now, as the service says. */
export function TaskActions({ task }: { task: Task }) {
  const [asking, setAsking] = useState<TaskAction | null>(null)
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const acknowledge = useAcknowledge()
  const submit = useSubmitCompletion()
  const verify = useVerify()
  const assign = useAssign()
  const discard = useDiscard()
  const resume = useResume()
  const reopen = useReopen()
  const may = (action: TaskAction) => task.allowed.includes(action)
  const close = () => setAsking(null)
  const target = { id: task.id, version: task.version }
  const leads = task.parts.filter(({ part }) => part === 'LEAD')
  const waitsForOthers = leads.filter(({ state }) => state !== 'COMPLETED').length > 1

  const words: Partial<Record<TaskAction, string>> = {
    REVISE: task.state === 'DRAFTED' ? '修改草稿' : '调整任务',
    SET_CADENCE: '报送频次',
    SUSPEND: '暂缓办理',
    REOPEN: '重新办理',
    DISCARD: '删除草稿',
  }
  const act = (action: TaskAction) =>
    action === 'DISCARD'
      ? modal.confirm({
          title: '删除这份草稿？',
          content: '单位还没有看到它，删除后不能找回。',
          okText: '删除',
          okButtonProps: { danger: true },
          onOk: () => discard.mutateAsync(target).then(() => navigate({ to: '/ledger' })),
        })
      : setAsking(action)
  const more = seldom.filter(may)
  return (
    <>
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((action) => ({ key: action, label: words[action], danger: action === 'DISCARD' })),
            onClick: ({ key }) => act(key as TaskAction),
          }}
        >
          <Button>更多</Button>
        </Dropdown>
      )}
      {may('URGE') && <Button onClick={() => act('URGE')}>催办</Button>}
      {may('REQUEST_EXTENSION') && <Button onClick={() => act('REQUEST_EXTENSION')}>申请延期</Button>}
      {may('RETURN') && (
        <Button danger onClick={() => act('RETURN')}>
          退回办结
        </Button>
      )}
      {may('VERIFY') && (
        <Button type="primary" onClick={() => act('VERIFY')}>
          核验销号
        </Button>
      )}
      {may('SUBMIT_COMPLETION') && (
        <Button type={may('ACKNOWLEDGE') ? 'default' : 'primary'} onClick={() => act('SUBMIT_COMPLETION')}>
          申请办结
        </Button>
      )}
      {may('ACKNOWLEDGE') && (
        <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(target)}>
          签收
        </Button>
      )}
      {may('RESUME') && (
        <Button type="primary" onClick={() => act('RESUME')}>
          恢复办理
        </Button>
      )}
      {may('ASSIGN') && (
        <Button type="primary" loading={assign.isPending} onClick={() => assign.mutate(target)}>
          下达
        </Button>
      )}
      {asking === 'SUBMIT_COMPLETION' && (
        <StatementDialog
          title="申请办结"
          label="完成情况说明"
          note={waitsForOthers ? '本任务有多个牵头单位，全部申请办结后再由督导人员核验。' : undefined}
          busy={submit.isPending}
          problem={submit.error}
          onClose={close}
          onSay={(statement, evidence) => submit.mutate({ ...target, statement, evidence }, { onSuccess: close })}
        />
      )}
      <WordsDialog
        open={asking === 'VERIFY'}
        title="核验销号"
        label="核验意见（可不填）"
        action="同意销号"
        note="销号后任务不再产生报送。"
        busy={verify.isPending}
        onClose={close}
        onSay={(opinion) => verify.mutate({ ...target, opinion }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'RESUME'}
        title="恢复办理"
        label="恢复说明"
        action="恢复"
        required
        note="自下一轮调度起报送进展。"
        busy={resume.isPending}
        onClose={close}
        onSay={(reason) => resume.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'REOPEN'}
        title="重新办理"
        label="重新办理的原因"
        action="重新办理"
        required
        note="进度恢复为各单位原来所报，自下一轮调度起报送进展。"
        busy={reopen.isPending}
        onClose={close}
        onSay={(reason) => reopen.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'RETURN' && <ReturnDialog task={task} onClose={close} />}
      {asking === 'URGE' && <UrgeDialog task={task} onClose={close} />}
      {asking === 'SUSPEND' && <SuspendDialog task={task} onClose={close} />}
      {asking === 'REQUEST_EXTENSION' && <ExtensionDialog task={task} onClose={close} />}
      {asking === 'SET_CADENCE' && <CadenceDialog task={task} onClose={close} />}
      {asking === 'REVISE' && <ReviseDialog task={task} onClose={close} />}
    </>
  )
}
