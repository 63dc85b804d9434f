import { Button, DatePicker, Form, Input, InputNumber, Select, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { PlanReading } from '@/lib/api/types'
import { useCounties } from '@/lib/requests/directory'
import { type ReadingHead, useCorrectReading } from '@/lib/requests/readings'
import { documentKindWords, everyWords, indicatorWords } from '@/lib/words'

type Words = {
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: Dayjs | null
  countyId: string | null
  reportDay: number
}

/** What the document says of itself, and what the plan made of it will need. */
export function HeadPanel({ reading, editable }: { reading: PlanReading; editable: boolean }) {
  const [form] = Form.useForm<Words>()
  const counties = useCounties()
  const correct = useCorrectReading(reading.id)
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
    if (Object.keys(change).length > 0) correct.mutate({ version: reading.version, change })
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
          <Button type="primary" ghost htmlType="submit" loading={correct.isPending}>
            保存文件信息
          </Button>
        )}
      </Form>
      <dl className="facts" style={{ marginTop: 22 }}>
        <div>
          <dt>文种</dt>
          <dd>{documentKindWords[reading.kind] ?? reading.kind}</dd>
        </div>
        <div>
          <dt>文件名</dt>
          <dd>{reading.fileName}</dd>
        </div>
        {reading.phases.length > 0 && (
          <div className="wide">
            <dt>实施阶段</dt>
            <dd>
              {reading.phases.map((phase) => (
                <div key={phase.name}>
                  {phase.name}：{phase.from} 至 {phase.to}
                </div>
              ))}
            </dd>
          </div>
        )}
        {reading.goalIndicators.length > 0 && (
          <div className="wide">
            <dt>总体指标</dt>
            <dd>
              {reading.goalIndicators.map((indicator, index) => (
                <div key={index}>
                  {indicator.text} <span className="chip mark">{indicatorWords(indicator)}</span>
                </div>
              ))}
            </dd>
          </div>
        )}
        {reading.cadences.length > 0 && (
          <div className="wide">
            <dt>周期性要求</dt>
            <dd>
              {reading.cadences.map((cadence, index) => (
                <div key={index}>
                  <Tag variant="filled">{everyWords[cadence.every] ?? cadence.every}</Tag>
                  {cadence.text}
                </div>
              ))}
            </dd>
          </div>
        )}
        {reading.deadlines.length > 0 && (
          <div className="wide">
            <dt>一次性时限</dt>
            <dd>
              {reading.deadlines.map((deadline, index) => (
                <div key={index}>
                  <Tag variant="filled">{deadline.on}</Tag>
                  {deadline.text}
                </div>
              ))}
            </dd>
          </div>
        )}
        {reading.members.length > 0 && (
          <div className="wide">
            <dt>成员单位（{reading.members.length}）</dt>
            <dd>{reading.members.join('、')}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
