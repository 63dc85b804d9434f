import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { HeadFacts } from '@/features/plans/HeadFacts'
import type { PlanReading } from '@/lib/api/types'
import { useCounties } from '@/lib/requests/directory'
import { usePlans } from '@/lib/requests/plans'
import type { ReadingHead } from '@/lib/requests/readings'

type Words = {
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: Dayjs | null
  countyId: string | null
  reportDay: number
  previousPlanId: string | null
}

/** What the document says of itself, and what the plan made of it will need. */
export function HeadPanel(props: { reading: PlanReading; editable: boolean; onSave: (change: ReadingHead) => void }) {
  const { reading, editable } = props
  const [form] = Form.useForm<Words>()
  const counties = useCounties()
  const plans = usePlans(editable)
  const save = (words: Words) => {
    const change: ReadingHead = {}
    if (words.title.trim() !== reading.title) change.title = words.title.trim()
    if ((words.documentNumber?.trim() || null) !== reading.documentNumber)
      change.documentNumber = words.documentNumber?.trim() || null
    if ((words.issuer?.trim() || null) !== reading.issuer) change.issuer = words.issuer?.trim() || null
    const issuedOn = words.issuedOn?.format('YYYY-MM-DD') ?? null
    if (issuedOn !== reading.issuedOn) change.issuedOn = issuedOn
    if ((words.countyId ?? null) !== reading.countyId) change.countyId = words.countyId ?? null
    if (words.reportDay !== (reading.reportDay ?? 25)) change.reportDay = words.reportDay
    const previous = words.previousPlanId ?? null
    if (previous !== (reading.previous?.planId ?? null)) change.previousPlanId = previous
    if (Object.keys(change).length > 0) props.onSave(change)
  }
  return (
    <div style={{ padding: 18 }}>
      <Form<Words>
        key={reading.version}
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!editable}
        onFinish={save}
        initialValues={{
          title: reading.title,
          documentNumber: reading.documentNumber,
          issuer: reading.issuer,
          issuedOn: reading.issuedOn ? dayjs(reading.issuedOn) : null,
          countyId: reading.countyId,
          reportDay: reading.reportDay ?? 25,
          previousPlanId: reading.previous?.planId ?? null,
        }}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <div className="half" style={{ gap: '0 16px' }}>
          <Form.Item name="documentNumber" label="发文字号">
            <Input placeholder="文中没有" />
          </Form.Item>
          <Form.Item name="issuedOn" label="成文日期">
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="issuer" label="发文机关">
            <Input placeholder="文中没有" />
          </Form.Item>
          <Form.Item
            name="countyId"
            label="所属县区"
            extra={
              reading.suggestedCounty && !reading.countyId
                ? `按发文机关判断为 ${reading.suggestedCounty.name}`
                : undefined
            }
          >
            <Select
              allowClear
              placeholder={reading.suggestedCounty?.name ?? '市级'}
              options={counties.data?.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="reportDay"
            label="每月报送日"
            extra="遇节假日顺延"
            rules={[{ required: true, message: '请填写 1 到 28' }]}
          >
            <InputNumber min={1} max={28} precision={0} suffix="日" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        {editable && (
          <Form.Item
            name="previousPlanId"
            label="所修订的计划"
            extra={reading.previous?.reason ?? '本文件是某份已采纳计划的新版本时选定，采纳即在原计划上更新，不重复交办'}
          >
            <Select
              allowClear
              placeholder="不是新版本"
              showSearch={{ optionFilterProp: 'label' }}
              options={plans.data
                ?.filter(({ source }) => source === 'DOCUMENT')
                .map(({ id, title, documentNumber }) => ({
                  value: id,
                  label: [title, documentNumber].filter(Boolean).join(' '),
                }))}
            />
          </Form.Item>
        )}
        {editable && (
          <Button type="primary" ghost htmlType="submit">
            保存文件信息
          </Button>
        )}
      </Form>
      <HeadFacts reading={reading} />
    </div>
  )
}
