import { DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import { sourceWords } from '@/features/rectifications/words'
import type { Rectification, RectificationSource } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { useOpenRectification } from '@/lib/requests/rectifications'
import { useTasksOfPlan } from '@/lib/requests/tasks'

type Words = {
  source: RectificationSource
  foundOn: Dayjs
  place?: string
  problem: string
  unitId: string
  cooperatorIds?: string[]
  dueOn?: Dayjs | null
  onTheSpot?: boolean
  correction?: string
  followUpMonths?: number | null
  planId?: string
  taskId?: string
}

/** Registers one problem: a supervisor any, a unit what it found in itself. */
export function OpenDialog({ onClose, onOpened }: { onClose: () => void; onOpened: (item: Rectification) => void }) {
  const me = useMe()
  const today = useToday()
  const open = useOpenRectification()
  const [form] = Form.useForm<Words>()
  const supervisor = me.has('SUPERVISOR')
  const source = Form.useWatch('source', form)
  const onTheSpot = Form.useWatch('onTheSpot', form)
  const planId = Form.useWatch('planId', form)
  const plans = usePlans()
  const save = (words: Words) =>
    open.mutate(
      {
        source: words.source,
        foundOn: words.foundOn.format('YYYY-MM-DD'),
        place: words.place || null,
        problem: words.problem,
        unitId: words.unitId,
        cooperatorIds: words.cooperatorIds ?? [],
        dueOn: words.dueOn?.format('YYYY-MM-DD') ?? null,
        correction: words.onTheSpot ? words.correction : null,
        followUpMonths: words.followUpMonths ?? null,
        planId: words.planId ?? null,
        taskId: (words.planId && words.taskId) || null,
      },
      { onSuccess: onOpened },
    )
  return (
    <FormDialog<Words>
      title={supervisor ? '登记问题' : '登记自查问题'}
      action="登记"
      busy={open.isPending}
      problem={open.error}
      width={620}
      form={form}
      initialValues={{
        source: supervisor ? 'INSPECTION' : 'SELF_CHECK',
        foundOn: dayjs(today),
        unitId: supervisor ? undefined : me.unit?.id,
        followUpMonths: 6,
      }}
      onFinish={save}
      onClose={onClose}
    >
      <div className="row wrap top" style={{ gap: 16 }}>
        <Form.Item name="source" label="来源" style={{ width: 140 }}>
          <Select disabled={!supervisor} options={optionsOf(sourceWords)} />
        </Form.Item>
        <Form.Item name="foundOn" label="发现日期" rules={[{ required: true, message: '请填写发现日期' }]}>
          <DatePicker maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="place" label="地点（可不填）" style={{ flex: 1, minWidth: 160 }}>
          <Input maxLength={200} placeholder="例如：县中医院中药房" />
        </Form.Item>
      </div>
      <Form.Item
        name="problem"
        label="存在的问题"
        rules={[{ required: true, whitespace: true, message: '请写明存在的问题' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}>
        <UnitSelect disabled={!supervisor} />
      </Form.Item>
      <Form.Item name="cooperatorIds" label="配合单位（可不选）">
        <UnitSelect mode="multiple" />
      </Form.Item>
      {source === 'SELF_CHECK' && (
        <Form.Item
          name="onTheSpot"
          label="立行立改"
          valuePropName="checked"
          extra="已当场整改的，写明情况，直接进入复查"
        >
          <Switch checkedChildren="已当场整改" unCheckedChildren="需要制定方案" />
        </Form.Item>
      )}
      {source === 'SELF_CHECK' && onTheSpot ? (
        <Form.Item
          name="correction"
          label="整改情况"
          rules={[{ required: true, whitespace: true, message: '请写明整改情况' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      ) : (
        <Form.Item name="dueOn" label="整改时限（可不填，由责任单位在方案中提出）">
          <DatePicker />
        </Form.Item>
      )}
      <Form.Item name="planId" label="所属计划（可不选）">
        <Select
          allowClear
          placeholder="不属于某项计划"
          options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={() => form.setFieldValue('taskId', undefined)}
        />
      </Form.Item>
      {planId && <TaskField plan={planId} />}
      <Form.Item name="followUpMonths" label="销号后几个月回头看" extra="填 0 为不回头看">
        <InputNumber min={0} max={60} precision={0} suffix="个月" />
      </Form.Item>
    </FormDialog>
  )
}

function TaskField({ plan }: { plan: string }) {
  const tasks = useTasksOfPlan(plan)
  return (
    <Form.Item name="taskId" label="所属任务（可不选）">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="不属于某项任务"
        loading={tasks.isPending}
        options={tasks.data?.map(({ id, ordinal, title }) => ({ value: id, label: `${ordinal}. ${title}` }))}
      />
    </Form.Item>
  )
}
