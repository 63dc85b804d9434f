import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/components/FormDialog'
import { NoticeStateTag } from '@/components/NoticeStateTag'
import { Panel } from '@/components/Panel'
import { StepTag } from '@/components/StepTag'
import { UnitName } from '@/components/UnitNames'
import type { Step, Task } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useNotices, useProposeNotice, useUrgings } from '@/lib/requests/notices'
import { useUnitWords } from '@/lib/unitWords'
import { stepWords } from '@/lib/words'

/** How the task's units were pressed: urgings and notices; where one may urge, a notice can be drafted. */
export function Pressing({ task }: { task: Task }) {
  const urgings = useUrgings(task.id)
  const notices = useNotices({ task: task.id })
  const [drafting, setDrafting] = useState(false)
  const may = task.allowed.includes('URGE')
  const shown = itemsOf(notices.data)
  const urged = urgings.data ?? []
  if (shown.length + urged.length === 0 && !may) return null
  return (
    <Panel
      title="催办督办"
      flush
      actions={
        may && (
          <Button size="small" onClick={() => setDrafting(true)}>
            拟督办单
          </Button>
        )
      }
    >
      <div className="cards">
        {shown.length + urged.length === 0 && <div className="card quiet">还没有催办、督办记录</div>}
        {shown.map((notice) => (
          <Link key={notice.id} to="/notices/$id" params={{ id: notice.id }} className="card">
            <div className="row wrap between">
              <span className="row wrap">
                <StepTag step={notice.step} />
                <span>{notice.number ?? '未编号'}</span>
                <UnitName unit={notice.unit} />
              </span>
              <NoticeStateTag state={notice.state} />
            </div>
            <div className="m">{notice.reason}</div>
          </Link>
        ))}
        {urged.map((urging) => (
          <div key={urging.id} className="card">
            <div className="row wrap between">
              <span className="row wrap">
                催办 <UnitName unit={urging.unit} />
              </span>
              <span className="quiet small">
                {urging.urgedOn} {urging.urgedBy}
              </span>
            </div>
            <div className="m">{urging.words}</div>
          </div>
        ))}
      </div>
      {drafting && <DraftDialog task={task} onClose={() => setDrafting(false)} />}
    </Panel>
  )
}

const drafted: Step[] = ['NOTICE_BLUE', 'NOTICE_YELLOW', 'NOTICE_RED', 'BULLETIN', 'TALK']

function DraftDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const propose = useProposeNotice()
  const unitWords = useUnitWords()
  return (
    <FormDialog<{ unitId: string; step: Step; reason: string; demand?: string }>
      title="拟督办单"
      action="拟好，待签发"
      busy={propose.isPending}
      initialValues={{ step: 'NOTICE_BLUE', unitId: task.parts.find(({ part }) => part === 'LEAD')?.unit.id }}
      onFinish={(words) => propose.mutate({ taskId: task.id, ...words }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选择单位' }]}>
        <Select options={task.parts.map(({ unit }) => ({ value: unit.id, label: unitWords(unit) }))} />
      </Form.Item>
      <Form.Item name="step" label="督办等级">
        <Select options={drafted.map((step) => ({ value: step, label: stepWords[step] }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="督办事由"
        rules={[{ required: true, whitespace: true, message: '请填写督办事由' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="demand" label="办理要求（不填按等级的常用要求）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
