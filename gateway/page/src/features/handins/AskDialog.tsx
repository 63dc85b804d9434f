import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import { useAskHandIn } from '@/lib/requests/handIns'
import { useOwnPlans } from '@/lib/requests/plans'

type Words = { plan: string; title: string; words?: string; dueOn: Dayjs; units?: string[] }

/** Asks every unit of a plan for something by a day. */
export function AskDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const plans = useOwnPlans()
  const ask = useAskHandIn()
  return (
    <FormDialog<Words>
      title="要求报送材料"
      action="下达"
      busy={ask.isPending}
      problem={ask.error}
      note="每个单位各一项，分别提醒。截止日遇休息日按计划的调度规则调整。"
      onFinish={({ dueOn, units, ...asked }) =>
        ask.mutate(
          { ...asked, dueOn: dueOn.format('YYYY-MM-DD'), ...(units?.length && { units }) },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="plan" label="计划" rules={[{ required: true, message: '请选择计划' }]}>
        <Select placeholder="选择计划" options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))} />
      </Form.Item>
      <Form.Item name="title" label="材料名称" rules={[{ required: true, message: '请写明要报送什么' }]}>
        <Input maxLength={200} placeholder="例如：三季度自评报告" />
      </Form.Item>
      <Form.Item name="dueOn" label="截止日" rules={[{ required: true, message: '请选择截止日' }]}>
        <DatePicker disabledDate={(day) => day.isBefore(dayjs(today), 'day')} />
      </Form.Item>
      <Form.Item name="units" label="单位（可不选）">
        <UnitSelect mode="multiple" aria-label="单位" placeholder="计划中承担任务的全部单位" />
      </Form.Item>
      <Form.Item name="words" label="要求（可不填）">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}
