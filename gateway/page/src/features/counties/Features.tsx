import { Link } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, Input, InputNumber, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { LightTag } from '@/components/LightTag'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { UnitSelect } from '@/components/UnitSelect'
import { boardWords, lackingOf } from '@/features/counties/featureWords'
import { StateTag } from '@/features/ledger/columns'
import type { CountyFeatures, FeatureBoard, Unit } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useCallFeatures, useFeatureBoard, useNameFeature } from '@/lib/requests/counties'
import { useMe } from '@/lib/requests/me'

/** 一县一特色: what each county has named, and which have not. */
export function Features({ plan }: { plan: string }) {
  const board = useFeatureBoard(plan)
  const today = useToday()
  const [asking, setAsking] = useState<'call' | 'name' | null>(null)
  return (
    <Loading query={board}>
      {(shown) => {
        const lacking = lackingOf(shown)
        return (
          <Panel
            title="一县一特色"
            flush
            actions={
              <>
                {shown.mayCall && (
                  <Button size="small" onClick={() => setAsking('call')}>
                    {shown.dueOn ? '调整要求' : '部署'}
                  </Button>
                )}
                {shown.mayName.length > 0 && (
                  <Button size="small" type="primary" onClick={() => setAsking('name')}>
                    提报改革事项
                  </Button>
                )}
              </>
            }
          >
            {!shown.dueOn ? (
              <Blank
                title="这份方案没有部署一县一特色"
                note={shown.mayCall ? '部署后，各县区在期限内至少提报一项自选改革事项' : undefined}
              />
            ) : (
              <>
                <div style={{ padding: '12px 16px' }}>
                  <Alert type={lacking.length > 0 ? 'warning' : 'success'} showIcon title={boardWords(shown, today)} />
                </div>
                <Listing<CountyFeatures>
                  items={shown.counties}
                  idOf={({ county }) => county}
                  empty={{ title: '没有可见的县区', note: '各县区看到本县区提报的事项' }}
                  card={(county) => (
                    <div key={county.county} className="card">
                      <div className="t">
                        {county.name} <NamedTag of={county} />
                      </div>
                      <Items of={county} />
                    </div>
                  )}
                  scroll={{ x: 640 }}
                  columns={[
                    { title: '县区', width: 120, dataIndex: 'name' },
                    { title: '提报情况', width: 120, render: (_, county) => <NamedTag of={county} /> },
                    { title: '自选改革事项', render: (_, county) => <Items of={county} /> },
                  ]}
                />
              </>
            )}
            {asking === 'call' && <CallDialog board={shown} onClose={() => setAsking(null)} />}
            {asking === 'name' && <NameDialog board={shown} onClose={() => setAsking(null)} />}
          </Panel>
        )
      }}
    </Loading>
  )
}

function NamedTag({ of }: { of: CountyFeatures }) {
  return of.lacking > 0 ? (
    <Tag color="red" variant="filled">
      还差 {of.lacking} 项
    </Tag>
  ) : (
    <Tag color="green" variant="filled">
      已提报
    </Tag>
  )
}

function Items({ of }: { of: CountyFeatures }) {
  if (of.items.length === 0) return <span className="quiet">尚未提报</span>
  return (
    <div className="stack tight">
      {of.items.map((item) => (
        <div key={item.id} className="row wrap">
          <Link to="/tasks/$id" params={{ id: item.id }}>
            {item.title}
          </Link>
          <LightTag light={item.light} reason={item.lightReason} />
          <StateTag state={item.state} />
          <span className="quiet small">{item.progress}%</span>
        </div>
      ))}
    </div>
  )
}

function CallDialog({ board, onClose }: { board: FeatureBoard; onClose: () => void }) {
  const call = useCallFeatures()
  return (
    <FormDialog<{ dueOn: Dayjs; least: number }>
      title={board.dueOn ? '调整一县一特色要求' : '部署一县一特色'}
      action="下达"
      busy={call.isPending}
      problem={call.error}
      note="每个县区在期限内提报自选改革事项，提报后列入本方案台账、按月调度；尚未提报的县区会收到提醒。"
      initialValues={{ dueOn: board.dueOn ? dayjs(board.dueOn) : null, least: board.least || 1 }}
      onClose={onClose}
      onFinish={({ dueOn, least }) =>
        call.mutate(
          { plan: board.planId, version: board.version, dueOn: dueOn.format('YYYY-MM-DD'), least },
          { onSuccess: onClose },
        )
      }
    >
      <Form.Item name="dueOn" label="提报期限" rules={[{ required: true, message: '请填写提报期限' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="least" label="每个县区至少几项">
        <InputNumber min={1} max={20} precision={0} aria-label="每个县区至少几项" />
      </Form.Item>
    </FormDialog>
  )
}

type Fields = { title: string; text: string; dueOn?: Dayjs | null; leads: string[]; cooperators?: string[] }

function NameDialog({ board, onClose }: { board: FeatureBoard; onClose: () => void }) {
  const me = useMe()
  const name = useNameFeature()
  const [form] = Form.useForm<Fields>()
  const leads = Form.useWatch('leads', form)
  const ofCounty = ({ county }: Unit) => county?.id === board.mayName[0]
  return (
    <FormDialog<Fields>
      title="提报自选改革事项"
      action="提报"
      width={620}
      form={form}
      busy={name.isPending}
      problem={name.error}
      note={`列入“${board.planTitle}”台账，由市级督导。`}
      initialValues={{ leads: me.has('COUNTY_OFFICE') && me.unit ? [me.unit.id] : [] }}
      onClose={onClose}
      onFinish={(fields) =>
        name.mutate(
          {
            plan: board.planId,
            county: board.mayName[0] ?? null,
            title: fields.title.trim(),
            text: fields.text.trim(),
            dueOn: fields.dueOn?.format('YYYY-MM-DD') ?? null,
            leads: fields.leads,
            cooperators: fields.cooperators ?? [],
          },
          { onSuccess: onClose },
        )
      }
    >
      <Form.Item
        name="title"
        label="事项名称"
        rules={[{ required: true, whitespace: true, message: '请填写事项名称' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label="改革内容" rules={[{ required: true, whitespace: true, message: '请填写改革内容' }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name="leads" label="牵头单位" rules={[{ required: true, message: '请选择牵头单位' }]}>
        <UnitSelect mode="multiple" aria-label="牵头单位" among={ofCounty} />
      </Form.Item>
      <Form.Item name="cooperators" label="配合单位">
        <UnitSelect mode="multiple" aria-label="配合单位" without={leads} among={ofCounty} />
      </Form.Item>
      <Form.Item name="dueOn" label="完成时限">
        <DatePicker placeholder="不填随方案" />
      </Form.Item>
    </FormDialog>
  )
}
