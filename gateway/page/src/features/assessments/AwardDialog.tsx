import { Form, Input, InputNumber } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import { shortly } from '@/features/assessments/rules'
import type { AssessmentBoard } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { type AwardWords, useAward } from '@/lib/requests/assessments'

/** Points by hand, for something of a unit's own. */
export function AwardDialog({ board, onClose }: { board: AssessmentBoard; onClose: () => void }) {
  const award = useAward()
  const most = board.rules.bonus.find(({ measure }) => measure === 'FEATURE')?.points ?? 1
  return (
    <FormDialog<AwardWords>
      title={`特色加分 · ${periodWords(board.month)}`}
      action="加分"
      busy={award.isPending}
      problem={award.error}
      note={`一项至多 ${most} 分，核定之前可以在得分单上撤销`}
      initialValues={{ points: most }}
      onFinish={(words) => award.mutate({ ...words, month: board.month }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="points" label="分值" rules={[{ required: true, message: '请填写分值' }]}>
        <InputNumber min={0.01} max={most} precision={2} formatter={shortly} suffix="分" />
      </Form.Item>
      <Form.Item
        name="words"
        label="特色做法"
        rules={[{ required: true, whitespace: true, message: '请写明特色做法' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  )
}
