import { useNavigate } from '@tanstack/react-router'
import { DatePicker, Form, Input, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { TypedList } from '@/components/TypedList'
import { meetingFormWords } from '@/features/meetings/words'
import type { Mechanism, Meeting } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import { useConvene } from '@/lib/requests/meetings'

type Words = {
  mechanismId: string
  title: string
  kind: Meeting['kind']
  form: Meeting['form']
  cause?: string
  startsAt: Dayjs
  place: string
  guests?: string[]
}

/** Convenes a meeting, or asks the convener for one. */
export function ConveneDialog(props: { mechanisms: Mechanism[]; runs: boolean; onClose: () => void }) {
  const { mechanisms, runs, onClose } = props
  const [form] = Form.useForm<Words>()
  const navigate = useNavigate()
  const convene = useConvene()
  const today = useToday()
  const kind = Form.useWatch('kind', form)
  return (
    <FormDialog<Words>
      title={runs ? '召集会议' : '提请开会'}
      action={runs ? '召集并通知' : '提请'}
      busy={convene.isPending}
      problem={convene.error}
      width={560}
      form={form}
      initialValues={{
        mechanismId: mechanisms[0]?.id,
        kind: 'REGULAR',
        form: 'PLENARY',
        title: mechanisms[0] ? `${mechanisms[0].name}全体会议` : '',
      }}
      onFinish={(words) =>
        convene.mutate(
          { ...words, startsAt: `${words.startsAt.format('YYYY-MM-DDTHH:mm')}:00+08:00` },
          { onSuccess: (meeting) => navigate({ to: '/meetings/$id', params: { id: meeting.id }, search: {} }) },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="mechanismId" label="机制" rules={[{ required: true, message: '请选择机制' }]}>
        <Select options={mechanisms.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Radio.Group
          options={[
            { value: 'REGULAR', label: '例会' },
            { value: 'EXTRAORDINARY', label: '临时会议' },
          ]}
        />
      </Form.Item>
      <Form.Item name="form" label="形式">
        <Radio.Group options={optionsOf(meetingFormWords)} />
      </Form.Item>
      {kind === 'EXTRAORDINARY' && (
        <Form.Item
          name="cause"
          label="事由"
          rules={[{ required: true, whitespace: true, message: '临时会议须写明事由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label="会议名称"
        rules={[{ required: true, whitespace: true, message: '请填写会议名称' }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <div className="half">
        <Form.Item name="startsAt" label="时间" rules={[{ required: true, message: '请选择时间' }]}>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 15, defaultValue: dayjs('09:00', 'HH:mm') }}
            format="YYYY-MM-DD HH:mm"
            minDate={dayjs(today)}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="place" label="地点" rules={[{ required: true, whitespace: true, message: '请填写地点' }]}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="guests" label="列席人员或单位（可不填）" extra="列席者只看本次会议">
        <TypedList />
      </Form.Item>
    </FormDialog>
  )
}
