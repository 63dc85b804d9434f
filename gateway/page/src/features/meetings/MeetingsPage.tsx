import { Link, useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, Form, Input, Modal, Radio, Select, Table, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { MechanismDialog } from '@/features/meetings/MechanismDialog'
import { cadenceWords, meetingKindWords, meetingStateTones, meetingStateWords } from '@/features/meetings/words'
import type { Mechanism, Meeting } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { useConvene, useMechanisms, useMeetings } from '@/lib/requests/meetings'
import { moment } from '@/lib/time'

export function MeetingsPage() {
  const me = useMe()
  const narrow = useNarrow()
  const meetings = useMeetings()
  const mechanisms = useMechanisms()
  const [convening, setConvening] = useState(false)
  const [mechanism, setMechanism] = useState<Mechanism | 'new' | null>(null)
  const secretary = me.has('SECRETARY')
  const runs = me.has('SECRETARY', 'CONVENER')
  const state = (meeting: Meeting) => (
    <Tag color={meetingStateTones[meeting.state]} variant="filled">
      {meetingStateWords[meeting.state]}
    </Tag>
  )
  const replies = (meeting: Meeting) => {
    const replied = meeting.attendance.filter(({ reply }) => reply).length
    return meeting.attendance.length < meeting.invited ? `邀请 ${meeting.invited}` : `${replied} / ${meeting.invited}`
  }
  return (
    <>
      <PageHead title="联席会议" note="议题经召集人同意后列入议程；纪要印发后，议定事项自动成为任务">
        {secretary && <Button onClick={() => setMechanism('new')}>建立机制</Button>}
        {(runs || me.member) && (
          <Button type="primary" disabled={!mechanisms.data?.length} onClick={() => setConvening(true)}>
            {runs ? '召集会议' : '提请开会'}
          </Button>
        )}
      </PageHead>
      <div className="stack">
        {mechanisms.data && mechanisms.data.length > 0 && (
          <div className="counts" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(290px, 1fr))' }}>
            {mechanisms.data.map((one) => (
              <div key={one.id} className="count" style={{ '--tone': '#1d4f91' } as React.CSSProperties}>
                <div className="row between top">
                  <b style={{ fontSize: 15, fontWeight: 600 }}>{one.name}</b>
                  {secretary && (
                    <Button type="link" size="small" onClick={() => setMechanism(one)}>
                      调整
                    </Button>
                  )}
                </div>
                <span className="quiet">
                  {cadenceWords[one.cadence] ?? '不定期'} · 成员单位 {one.members.length} 个 · 议定事项默认{' '}
                  {one.defaultDueDays} 个工作日内落实
                </span>
              </div>
            ))}
          </div>
        )}
        <Panel flush>
          <Loading query={meetings}>
            {({ pages }) => {
              const rows = pages.flatMap((page) => page.items)
              if (rows.length === 0)
                return (
                  <Blank
                    title="还没有会议"
                    note={
                      mechanisms.data?.length === 0 && secretary
                        ? '先建立联席会议机制，再召集会议'
                        : '会议召集后会列在这里'
                    }
                  />
                )
              return (
                <>
                  {narrow ? (
                    <div className="cards">
                      {rows.map((meeting) => (
                        <Link key={meeting.id} to="/meetings/$id" params={{ id: meeting.id }} className="card">
                          <div className="t">{meeting.title}</div>
                          <div className="m">
                            {state(meeting)}
                            <span>{moment(meeting.startsAt)}</span>
                            <span>{meeting.place}</span>
                          </div>
                        </Link>
                      ))}
                    </div>
                  ) : (
                    <Table<Meeting>
                      size="small"
                      rowKey="id"
                      dataSource={rows}
                      pagination={false}
                      scroll={{ x: 900 }}
                      columns={[
                        {
                          title: '会议',
                          render: (_, meeting) => (
                            <div>
                              <Link to="/meetings/$id" params={{ id: meeting.id }}>
                                {meeting.title}
                              </Link>
                              <div className="quiet small">{meeting.mechanismName}</div>
                            </div>
                          ),
                        },
                        { title: '类别', width: 96, render: (_, { kind }) => meetingKindWords[kind] },
                        { title: '时间', width: 148, render: (_, { startsAt }) => moment(startsAt) },
                        { title: '地点', width: 190, render: (_, { place }) => <div className="clip2">{place}</div> },
                        { title: '议题', width: 64, align: 'right', render: (_, { agenda }) => agenda.length },
                        { title: '回执', width: 80, align: 'right', render: (_, meeting) => replies(meeting) },
                        {
                          title: '召集人',
                          width: 96,
                          render: (_, { consent }) =>
                            consent ? (
                              <span style={{ color: '#27704a' }}>已同意</span>
                            ) : (
                              <span className="quiet">待同意</span>
                            ),
                        },
                        { title: '状态', width: 108, render: (_, meeting) => state(meeting) },
                      ]}
                    />
                  )}
                  <More
                    has={meetings.hasNextPage}
                    loading={meetings.isFetchingNextPage}
                    load={meetings.fetchNextPage}
                    shown={rows.length}
                  />
                </>
              )
            }}
          </Loading>
        </Panel>
      </div>
      {convening && (
        <ConveneDialog mechanisms={mechanisms.data ?? []} runs={runs} onClose={() => setConvening(false)} />
      )}
      {mechanism && (
        <MechanismDialog mechanism={mechanism === 'new' ? null : mechanism} onClose={() => setMechanism(null)} />
      )}
    </>
  )
}

type Words = {
  mechanismId: string
  title: string
  kind: Meeting['kind']
  cause?: string
  startsAt: Dayjs
  place: string
  guests?: string[]
}

function ConveneDialog({ mechanisms, runs, onClose }: { mechanisms: Mechanism[]; runs: boolean; onClose: () => void }) {
  const [form] = Form.useForm<Words>()
  const navigate = useNavigate()
  const convene = useConvene()
  const today = useToday()
  const kind = Form.useWatch('kind', form)
  return (
    <Modal
      open
      title={runs ? '召集会议' : '提请开会'}
      okText={runs ? '召集并通知' : '提请'}
      okButtonProps={{ loading: convene.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
      width={560}
    >
      {convene.error && (
        <div style={{ marginBottom: 14 }}>
          <ProblemView reason={convene.error} />
        </div>
      )}
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          mechanismId: mechanisms[0]?.id,
          kind: 'REGULAR',
          title: mechanisms[0] ? `${mechanisms[0].name}全体会议` : '',
        }}
        onFinish={(words) =>
          convene.mutate(
            { ...words, startsAt: `${words.startsAt.format('YYYY-MM-DDTHH:mm')}:00+08:00` },
            { onSuccess: (meeting) => navigate({ to: '/meetings/$id', params: { id: meeting.id }, search: {} }) },
          )
        }
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
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',']}
            placeholder="输入后按回车"
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
