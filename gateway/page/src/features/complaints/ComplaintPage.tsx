import { Link, useParams } from '@tanstack/react-router'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Rate, Tag, Timeline } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import { WordsDialog } from '@/components/WordsDialog'
import { stateTones, stateWords, stepWords } from '@/features/complaints/words'
import type { Complaint, ComplaintAction } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import {
  useAnswer,
  useApproveAnswer,
  useComplaint,
  useContact,
  useGive,
  useRectify,
  useRejectComplaint,
  useReturnAnswer,
  useTakeOver,
  useVerifyComplaint,
} from '@/lib/requests/complaints'
import { dueWords, moment } from '@/lib/time'

export function ComplaintPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const complaint = useComplaint(id)
  return <Loading query={complaint}>{(data) => <View complaint={data} />}</Loading>
}

function View({ complaint }: { complaint: Complaint }) {
  const today = useToday()
  return (
    <>
      <PageHead
        title={complaint.number}
        note={`${complaint.countyName ?? '市级'}，${moment(complaint.receivedAt)} 收到`}
      >
        <Actions complaint={complaint} />
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <dl className="facts">
              <div>
                <dt>状态</dt>
                <dd>
                  <Tag color={stateTones[complaint.state]} variant="filled">
                    {stateWords[complaint.state]}
                  </Tag>
                </dd>
              </div>
              <div>
                <dt>反映的单位</dt>
                <dd>{complaint.subject ? <UnitName unit={complaint.subject} /> : '未指明'}</dd>
              </div>
              <div>
                <dt>受理人</dt>
                <dd>{complaint.handler ?? '—'}</dd>
              </div>
              <div>
                <dt>联系方式</dt>
                <dd>
                  <Contact complaint={complaint} />
                </dd>
              </div>
              {complaint.unit && (
                <div>
                  <dt>承办单位</dt>
                  <dd>
                    <UnitName unit={complaint.unit} />
                  </dd>
                </div>
              )}
              {complaint.dueOn && (
                <div>
                  <dt>办理时限</dt>
                  <dd>
                    {complaint.dueOn}
                    {complaint.state === 'GIVEN' && (
                      <span className="quiet small">（{dueWords(complaint.dueOn, today)}）</span>
                    )}
                  </dd>
                </div>
              )}
              <div className="wide">
                <dt>内容</dt>
                <dd className="pre" style={{ lineHeight: 1.9 }}>
                  {complaint.content}
                </dd>
              </div>
              {complaint.reason && (
                <div className="wide">
                  <dt>{complaint.state === 'REJECTED' ? '不予受理的原因' : '退回原因'}</dt>
                  <dd className="pre">{complaint.reason}</dd>
                </div>
              )}
              {complaint.answer && (
                <div className="wide">
                  <dt>答复{complaint.answeredOn ? `（${complaint.answeredOn} 告知群众）` : '（审核后告知群众）'}</dt>
                  <dd className="pre" style={{ lineHeight: 1.9 }}>
                    {complaint.answer}
                  </dd>
                </div>
              )}
              {complaint.rating != null && (
                <div className="wide">
                  <dt>群众评价</dt>
                  <dd>
                    <Rate disabled value={complaint.rating} /> {complaint.rating} 星
                    {complaint.ratingWords && <div className="pre">{complaint.ratingWords}</div>}
                  </dd>
                </div>
              )}
              {complaint.rectificationIds.length > 0 && (
                <div className="wide">
                  <dt>由此登记的整改</dt>
                  <dd className="row wrap">
                    {complaint.rectificationIds.map((id, index) => (
                      <Link key={id} to="/rectifications/$id" params={{ id }}>
                        整改 {index + 1}
                      </Link>
                    ))}
                  </dd>
                </div>
              )}
            </dl>
          </Panel>
        </div>
        <Panel title="办理经过">
          <Timeline
            items={complaint.history.map((step, index) => ({
              key: index,
              content: (
                <div>
                  <div>
                    <b style={{ fontWeight: 500 }}>{stepWords[step.action]}</b>
                  </div>
                  <div className="quiet small">
                    {moment(step.at)} · {step.byUnit ? `${step.byUnit} ` : ''}
                    {step.by}
                  </div>
                  {step.words && <div className="pre small">{step.words}</div>}
                </div>
              ),
            }))}
          />
        </Panel>
      </div>
    </>
  )
}

function Contact({ complaint }: { complaint: Complaint }) {
  const contact = useContact()
  if (!complaint.contactLeft) return <span className="quiet">群众未留</span>
  if (!complaint.mayContact) return <span className="quiet">只对受理人开放</span>
  if (contact.data)
    return (
      <span>
        {contact.data.name} {contact.data.phone}
      </span>
    )
  return (
    <Button size="small" loading={contact.isPending} onClick={() => contact.mutate(complaint.id)}>
      查看（留痕）
    </Button>
  )
}

type Asking = 'reject' | 'give' | 'answer' | 'return' | 'rectify'

function Actions({ complaint }: { complaint: Complaint }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const verify = useVerifyComplaint()
  const reject = useRejectComplaint()
  const takeOver = useTakeOver()
  const answer = useAnswer()
  const approve = useApproveAnswer()
  const back = useReturnAnswer()
  const may = (action: ComplaintAction) => complaint.allowed.includes(action)
  const target = { id: complaint.id, version: complaint.version }
  const close = () => setAsking(null)
  return (
    <>
      {complaint.mayRectify && <Button onClick={() => setAsking('rectify')}>登记整改</Button>}
      {may('TAKE_OVER') && (
        <Button loading={takeOver.isPending} onClick={() => takeOver.mutate(target)}>
          接办
        </Button>
      )}
      {may('REJECT') && (
        <Button danger onClick={() => setAsking('reject')}>
          不予受理
        </Button>
      )}
      {may('VERIFY') && (
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(target)}>
          受理
        </Button>
      )}
      {may('GIVE') && (
        <Button type={complaint.state === 'VERIFIED' ? 'primary' : 'default'} onClick={() => setAsking('give')}>
          {complaint.state === 'VERIFIED' ? '转办' : '改派'}
        </Button>
      )}
      {may('SUBMIT_ANSWER') && (
        <Button type="primary" onClick={() => setAsking('answer')}>
          报送答复
        </Button>
      )}
      {may('RETURN_ANSWER') && (
        <Button danger onClick={() => setAsking('return')}>
          退回答复
        </Button>
      )}
      {may('APPROVE_ANSWER') && (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(target)}>
          同意答复
        </Button>
      )}
      <WordsDialog
        open={asking === 'reject'}
        title="不予受理"
        label="原因"
        action="不予受理"
        danger
        required
        note="原因会告知群众。"
        phrases={['不属于卫生健康部门职责', '同一事项已经受理', '反映的情况不具体，无法核查']}
        busy={reject.isPending}
        onClose={close}
        onSay={(reason) => reject.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'answer'}
        title="报送答复"
        label="答复"
        action="报送"
        required
        note="审核同意后，群众凭查询码可以看到。请写明核查情况和处理结果，不要写个人信息。"
        busy={answer.isPending}
        onClose={close}
        onSay={(words) => answer.mutate({ ...target, answer: words }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'return'}
        title="退回答复"
        label="退回原因"
        action="退回"
        danger
        required
        note="承办单位自今天起至少有三个工作日重报。"
        phrases={['请写明核查情况', '请写明处理结果和时间', '用语请再斟酌']}
        busy={back.isPending}
        onClose={close}
        onSay={(reason) => back.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'give' && <GiveDialog complaint={complaint} onClose={close} />}
      {asking === 'rectify' && <RectifyDialog complaint={complaint} onClose={close} />}
    </>
  )
}

type Dialog = { complaint: Complaint; onClose: () => void }

function GiveDialog({ complaint, onClose }: Dialog) {
  const give = useGive()
  const [form] = Form.useForm<{ unitId: string; workingDays?: number; words?: string }>()
  return (
    <Modal
      open
      title={complaint.unit ? '改派' : '转办'}
      okText={complaint.unit ? '改派' : '转办'}
      okButtonProps={{ loading: give.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unitId: complaint.unit ? undefined : complaint.subject?.id, workingDays: 15 }}
        onFinish={({ unitId, workingDays, words }) =>
          give.mutate(
            {
              id: complaint.id,
              version: complaint.version,
              unitId,
              workingDays: workingDays ?? null,
              words: words?.trim() || null,
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="unitId" label="承办单位" rules={[{ required: true, message: '请选择承办单位' }]}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="workingDays" label="办理时限">
          <InputNumber min={1} max={60} precision={0} suffix="个工作日" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="words" label="转办意见（可不填）">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
        <ProblemView reason={give.error} />
      </Form>
    </Modal>
  )
}

function RectifyDialog({ complaint, onClose }: Dialog) {
  const today = useToday()
  const rectify = useRectify()
  const [form] = Form.useForm<{ problem: string; unitId?: string; dueOn?: Dayjs | null }>()
  return (
    <Modal
      open
      title="由投诉登记整改"
      okText="登记"
      okButtonProps={{ loading: rectify.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unitId: complaint.unit?.id ?? complaint.subject?.id }}
        onFinish={({ problem, unitId, dueOn }) =>
          rectify.mutate(
            { id: complaint.id, problem, unitId: unitId ?? null, dueOn: dueOn?.format('YYYY-MM-DD') ?? null },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item
          name="problem"
          label="存在的问题"
          rules={[{ required: true, whitespace: true, message: '请写明存在的问题' }]}
          extra="请按核查的事实写，不要写投诉人的信息"
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="dueOn" label="整改时限（可不填，由方案提出）">
          <DatePicker minDate={dayjs(today)} />
        </Form.Item>
        <ProblemView reason={rectify.error} />
      </Form>
    </Modal>
  )
}
