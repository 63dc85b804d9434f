import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Radio, Table, Tag } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import { WordsDialog } from '@/components/WordsDialog'
import { Minutes } from '@/features/meetings/Minutes'
import { meetingKindWords, meetingStateTones, meetingStateWords, replyWords } from '@/features/meetings/words'
import type { Consent, Meeting, MeetingAction } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import {
  useCancelMeeting,
  useConsent,
  useConsentTopic,
  useMeeting,
  useProposeTopic,
  useReply,
  useTakeAttendance,
} from '@/lib/requests/meetings'
import { dayOf, longDay, moment, timeOf, weekday } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'

export function MeetingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const meeting = useMeeting(id)
  return <Loading query={meeting}>{(data) => <MeetingView meeting={data} />}</Loading>
}

function MeetingView({ meeting }: { meeting: Meeting }) {
  const me = useMe()
  const consent = useConsent()
  const cancel = useCancelMeeting()
  const [cancelling, setCancelling] = useState(false)
  const [replying, setReplying] = useState(false)
  const target = { id: meeting.id, version: meeting.version }
  const may = (action: MeetingAction) => meeting.allowed.includes(action)
  const mine = meeting.attendance.find(({ unit }) => unit.id === me.unit?.id)
  return (
    <>
      <PageHead
        title={meeting.title}
        note={
          <span className="row wrap">
            <Tag color={meetingStateTones[meeting.state]} variant="filled">
              {meetingStateWords[meeting.state]}
            </Tag>
            <span>{meeting.mechanismName}</span>
            {meeting.requestedBy && (
              <span>
                <UnitName unit={meeting.requestedBy} />
                提请
              </span>
            )}
            {meeting.shortNotice && (
              <Tag color="warning" variant="filled">
                提请时间不足
              </Tag>
            )}
            {meeting.cancelReason && <span>取消原因：{meeting.cancelReason}</span>}
          </span>
        }
      >
        {may('CANCEL') && (
          <Button danger onClick={() => setCancelling(true)}>
            取消会议
          </Button>
        )}
        {may('REPLY') && mine && (
          <Button type={mine.reply ? 'default' : 'primary'} onClick={() => setReplying(true)}>
            {mine.reply ? '修改回执' : '回复回执'}
          </Button>
        )}
        {may('CONSENT') && !meeting.consent && (
          <Button type="primary" loading={consent.isPending} onClick={() => consent.mutate(target)}>
            同意召开
          </Button>
        )}
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <dl className="facts">
              <div>
                <dt>时间</dt>
                <dd>
                  {longDay(dayOf(meeting.startsAt))}（{weekday(dayOf(meeting.startsAt))}）{timeOf(meeting.startsAt)}
                </dd>
              </div>
              <div>
                <dt>地点</dt>
                <dd>{meeting.place}</dd>
              </div>
              <div>
                <dt>类别</dt>
                <dd>
                  {meetingKindWords[meeting.kind]}
                  {meeting.cause && <div className="quiet small">事由：{meeting.cause}</div>}
                </dd>
              </div>
              <div>
                <dt>召集人意见</dt>
                <dd>
                  <ConsentMark consent={meeting.consent} />
                </dd>
              </div>
              {meeting.guests.length > 0 && (
                <div className="wide">
                  <dt>列席</dt>
                  <dd>{meeting.guests.join('、')}</dd>
                </div>
              )}
            </dl>
          </Panel>
          <Agenda meeting={meeting} />
          <Minutes meeting={meeting} />
        </div>
        <Attendance meeting={meeting} />
      </div>
      <WordsDialog
        open={cancelling}
        title="取消会议"
        label="取消原因"
        action="取消会议"
        danger
        required
        busy={cancel.isPending}
        note="受邀单位会收到通知。"
        onClose={() => setCancelling(false)}
        onSay={(reason) => cancel.mutate({ ...target, reason }, { onSuccess: () => setCancelling(false) })}
      />
      {replying && mine && <ReplyDialog meeting={meeting} mine={mine} onClose={() => setReplying(false)} />}
    </>
  )
}

function ConsentMark({ consent }: { consent: Consent | null }) {
  return consent ? (
    <span>
      <CheckCircleFilled style={{ color: '#2f8f5b' }} /> 已同意
      <span className="quiet small">
        {' '}
        <span className="unit-name">
          {consent.title} {consent.name}，
        </span>
        <wbr />
        <span className="unit-name">{moment(consent.at)}</span>
      </span>
    </span>
  ) : (
    <span className="quiet">
      <ClockCircleOutlined /> 待同意
    </span>
  )
}

function Agenda({ meeting }: { meeting: Meeting }) {
  const me = useMe()
  const propose = useProposeTopic()
  const consent = useConsentTopic()
  const [form] = Form.useForm<{ topic: string; unitId?: string }>()
  const mayPropose = meeting.allowed.includes('PROPOSE_AGENDA_ITEM')
  const agenda = [...meeting.agenda].sort((a, b) => a.ordinal - b.ordinal)
  return (
    <Panel title="议题" flush>
      {agenda.length === 0 ? (
        <Blank title="还没有议题" note="议题经召集人或其代表一人同意后列入议程" />
      ) : (
        <ul className="work">
          {agenda.map((item) => (
            <li key={item.id}>
              <span className="rank">{item.ordinal}</span>
              <div className="what">
                <span>{item.topic}</span>
                <div className="sub">
                  {item.proposedBy && (
                    <span>
                      提出：
                      <UnitName unit={item.proposedBy} />
                    </span>
                  )}
                  <ConsentMark consent={item.consent} />
                </div>
              </div>
              {!item.consent && meeting.allowed.includes('CONSENT_AGENDA_ITEM') && (
                <div className="act">
                  <Button
                    type="primary"
                    ghost
                    loading={consent.isPending && consent.variables?.itemId === item.id}
                    onClick={() => consent.mutate({ id: meeting.id, version: meeting.version, itemId: item.id })}
                  >
                    同意列入
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayPropose && (
        <Form
          form={form}
          className="row wrap top"
          style={{ padding: '12px 18px', borderTop: '1px solid #e9edf2' }}
          onFinish={(words) =>
            propose.mutate(
              { id: meeting.id, version: meeting.version, ...words },
              { onSuccess: () => form.resetFields() },
            )
          }
        >
          <Form.Item
            name="topic"
            rules={[{ required: true, whitespace: true, message: '请填写议题' }]}
            style={{ flex: '1 1 240px', margin: 0 }}
          >
            <Input placeholder="提出议题" aria-label="议题" maxLength={200} />
          </Form.Item>
          {me.has('SECRETARY', 'CONVENER') && (
            <Form.Item name="unitId" style={{ margin: 0 }}>
              <UnitSelect allowClear placeholder="提出单位" style={{ width: 160 }} />
            </Form.Item>
          )}
          <Button htmlType="submit" loading={propose.isPending}>
            提出
          </Button>
        </Form>
      )}
    </Panel>
  )
}

function Attendance({ meeting }: { meeting: Meeting }) {
  const words = useUnitWords()
  const take = useTakeAttendance()
  const [taking, setTaking] = useState(false)
  const [present, setPresent] = useState<string[]>([])
  const replied = meeting.attendance.filter(({ reply }) => reply).length
  const taken = meeting.attendance.some(({ attended }) => attended !== null)
  const mayTake = meeting.allowed.includes('TAKE_ATTENDANCE')
  const start = () => {
    setPresent(
      meeting.attendance
        .filter(({ attended, reply }) => attended ?? (reply && reply !== 'ABSENT'))
        .map(({ unit }) => unit.id),
    )
    setTaking(true)
  }
  return (
    <Panel
      title={
        meeting.attendance.length < meeting.invited
          ? `本单位参会（共邀请 ${meeting.invited} 个单位）`
          : `参会单位（回执 ${replied}/${meeting.invited}）`
      }
      flush
      actions={
        mayTake &&
        (taking ? (
          <>
            <Button size="small" onClick={() => setTaking(false)}>
              取消
            </Button>
            <Button
              size="small"
              type="primary"
              loading={take.isPending}
              onClick={() =>
                take.mutate(
                  { id: meeting.id, version: meeting.version, present },
                  { onSuccess: () => setTaking(false) },
                )
              }
            >
              保存签到
            </Button>
          </>
        ) : (
          <Button size="small" onClick={start}>
            {taken ? '修改签到' : '登记签到'}
          </Button>
        ))
      }
    >
      <Table<Meeting['attendance'][number]>
        size="small"
        rowKey={({ unit }) => unit.id}
        dataSource={meeting.attendance}
        pagination={false}
        locale={{ emptyText: <Blank title="没有受邀单位" /> }}
        columns={[
          {
            title: '单位',
            render: (_, { unit, deputyName, reason }) => (
              <div>
                <UnitName unit={unit} />
                {(deputyName || reason) && (
                  <div className="quiet small">{deputyName ? `由 ${deputyName} 代表` : reason}</div>
                )}
              </div>
            ),
          },
          {
            title: '回执',
            width: 84,
            render: (_, { reply }) => (reply ? replyWords[reply] : <span className="quiet">未回复</span>),
          },
          ...(taken || taking
            ? [
                {
                  title: '到会',
                  width: 64,
                  render: (_: unknown, { unit, attended }: Meeting['attendance'][number]) =>
                    taking ? (
                      <Checkbox
                        aria-label={`${words(unit)}到会`}
                        checked={present.includes(unit.id)}
                        onChange={({ target }) =>
                          setPresent((before) =>
                            target.checked ? [...before, unit.id] : before.filter((id) => id !== unit.id),
                          )
                        }
                      />
                    ) : attended === null ? (
                      '—'
                    ) : attended ? (
                      '到会'
                    ) : (
                      <span style={{ color: '#c43d34' }}>缺席</span>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function ReplyDialog(props: { meeting: Meeting; mine: Meeting['attendance'][number]; onClose: () => void }) {
  const [form] = Form.useForm<{ reply: 'ATTEND' | 'DEPUTY' | 'ABSENT'; deputyName?: string; reason?: string }>()
  const reply = useReply()
  const chosen = Form.useWatch('reply', form)
  return (
    <FormDialog
      title="会议回执"
      action="提交回执"
      busy={reply.isPending}
      form={form}
      initialValues={{
        reply: props.mine.reply ?? 'ATTEND',
        deputyName: props.mine.deputyName,
        reason: props.mine.reason,
      }}
      onFinish={(words) =>
        reply.mutate({ id: props.meeting.id, version: props.meeting.version, ...words }, { onSuccess: props.onClose })
      }
      onClose={props.onClose}
    >
      <Form.Item name="reply" label="本单位">
        <Radio.Group
          options={[
            { value: 'ATTEND', label: '参加' },
            { value: 'DEPUTY', label: '派员参加' },
            { value: 'ABSENT', label: '请假' },
          ]}
        />
      </Form.Item>
      {chosen === 'DEPUTY' && (
        <Form.Item
          name="deputyName"
          label="参会人姓名、职务"
          rules={[{ required: true, whitespace: true, message: '请填写参会人' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      {chosen === 'ABSENT' && (
        <Form.Item
          name="reason"
          label="请假事由"
          rules={[{ required: true, whitespace: true, message: '请填写请假事由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
