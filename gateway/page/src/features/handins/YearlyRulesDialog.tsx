import { Form, InputNumber, Select } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { LoadingDialog } from '@/components/LoadingDialog'
import { artefacts, artefactWords } from '@/features/handins/words'
import type { Artefact, Plan, YearlyRules } from '@/lib/api/types'
import { useSetYearlyRules, useYearlyRules } from '@/lib/requests/handIns'
import { useTasksOfPlan } from '@/lib/requests/tasks'

const title = '每年须报的材料'
const width = 600

/** Which tasks of a plan owe the five artefacts every year, and by which days. */
export function YearlyRulesDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const rules = useYearlyRules(plan.id)
  return (
    <LoadingDialog title={title} width={width} query={rules} onClose={onClose}>
      {(shown) => <RulesForm plan={plan} rules={shown} onClose={onClose} />}
    </LoadingDialog>
  )
}

type Words = { days: Record<Artefact, { month: number; day: number }>; tasks: string[] }

function RulesForm({ plan, rules, onClose }: { plan: Plan; rules: YearlyRules; onClose: () => void }) {
  const save = useSetYearlyRules(plan.id)
  const tasks = useTasksOfPlan(plan.id)
  const whole = [{ required: true, message: '请填写' }]
  return (
    <FormDialog<Words>
      title={title}
      action="保存"
      width={width}
      busy={save.isPending}
      problem={save.error ?? tasks.error}
      note={`《${plan.title}》。选中的任务每年各报五份，由牵头单位报送；截止日遇休息日按调度规则调整，设定时已过的当年不补报。`}
      initialValues={{
        tasks: rules.tasks,
        days: Object.fromEntries(rules.days.map(({ artefact, ...day }) => [artefact, day])),
      }}
      onFinish={(words) =>
        save.mutate(
          { tasks: words.tasks, days: artefacts.map((artefact) => ({ artefact, ...words.days[artefact] })) },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="tasks" label="任务">
        <Select
          mode="multiple"
          allowClear
          optionFilterProp="label"
          maxTagCount="responsive"
          placeholder="选择每年须报这些材料的任务"
          loading={tasks.isPending}
          options={tasks.data?.map(({ id, ordinal, title }) => ({
            value: id,
            label: `${ordinal}. ${title}`,
          }))}
        />
      </Form.Item>
      <div className="row wrap" style={{ gap: '0 18px' }}>
        {artefacts.map((artefact) => (
          <Form.Item key={artefact} label={`${artefactWords[artefact]}截止日`}>
            <span className="row">
              <Form.Item noStyle name={['days', artefact, 'month']} rules={whole}>
                <InputNumber
                  aria-label={`${artefactWords[artefact]}月`}
                  min={1}
                  max={12}
                  precision={0}
                  style={{ width: 64 }}
                />
              </Form.Item>
              月
              <Form.Item noStyle name={['days', artefact, 'day']} rules={whole}>
                <InputNumber
                  aria-label={`${artefactWords[artefact]}日`}
                  min={1}
                  max={31}
                  precision={0}
                  style={{ width: 64 }}
                />
              </Form.Item>
              日
            </span>
          </Form.Item>
        ))}
      </div>
    </FormDialog>
  )
}
