import { Form, Radio } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import type { Task } from '@/lib/api/types'
import { type Cadence, cadenceWords } from '@/lib/period'
import { useSetCadence } from '@/lib/requests/roundRules'

type Choice = { cadence: Cadence | 'PLAN' }

/** How often this task is reported on, where it is not as its plan says. */
export function CadenceDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const save = useSetCadence()
  return (
    <FormDialog<Choice>
      title="报送频次"
      action="保存"
      busy={save.isPending}
      problem={save.error}
      note="已经下达的报送照常完成，此后按新的频次报送。"
      initialValues={{ cadence: task.cadence ?? 'PLAN' }}
      onFinish={({ cadence }) =>
        save.mutate(
          { id: task.id, version: task.version, cadence: cadence === 'PLAN' ? null : cadence },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="cadence" label="本任务">
        <Radio.Group
          style={{ display: 'grid', gap: 8 }}
          options={[
            { value: 'PLAN', label: `随计划（${cadenceWords[task.planCadence]}）` },
            ...Object.entries(cadenceWords).map(([value, label]) => ({ value, label: `${label}报送` })),
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
