import { Link, useParams } from '@tanstack/react-router'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Tag, Timeline } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type ReactNode, useState } from 'react'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { WordsDialog } from '@/components/WordsDialog'
import { sourceWords, stateTones, stateWords, stepWords } from '@/features/rectifications/words'
import type { Rectification, RectificationAction } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import {
  useAgreePlan,
  useComplete,
  useFollowUp,
  useRectification,
  useReinspect,
  useReturnPlan,
  useSubmitPlan,
  useWithdraw,
} from '@/lib/requests/rectifications'
import { dueWords, moment } from '@/lib/time'

export function RectificationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const item = useRectification(id)
  return <Loading query={item}>{(data) => <View item={data} />}</Loading>
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd className={wide ? 'pre' : undefined}>{children}</dd>
    </div>
  )
}

function View({ item }: { item: Rectification }) {
  const today = useToday()
  return (
    <>
      <PageHead
        title={item.title}
        note={
          <>
            {sourceWords[item.source]}，{item.foundOn} 发现
            {item.place && `，${item.place}`}
          </>
        }
      >
        <Actions item={item} />
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <dl className="facts">
              <Fact name="亮灯">
                <LightTag light={item.light} />
                <div className="quiet small">{item.lightReason}</div>
              </Fact>
              <Fact name="状态">
                <Tag color={stateTones[item.state]} variant="filled">
                  {stateWords[item.state]}
                </Tag>
              </Fact>
              <Fact name="责任单位">
                <UnitName unit={item.unit} />
              </Fact>
              <Fact name="配合单位">
                <UnitNames units={item.cooperators} />
              </Fact>
              {item.state === 'OPEN' && (
                <Fact name="方案期限">
                  {item.planBy} <span className="quiet small">（{dueWords(item.planBy, today)}）</span>
                </Fact>
              )}
              <Fact name="整改时限">
                {item.dueOn ?? <span className="quiet">由方案提出</span>}
                {item.state === 'PLANNED' && item.dueOn && (
                  <span className="quiet small">（{dueWords(item.dueOn, today)}）</span>
                )}
                {item.state === 'PLAN_SUBMITTED' && item.proposedOn && item.proposedOn !== item.dueOn && (
                  <div className="quiet small">方案拟定 {item.proposedOn}</div>
                )}
              </Fact>
              {item.closedOn && (
                <Fact name="销号">
                  {item.closedOn} <span className="quiet small">{item.onTime ? '按期' : '逾期'}</span>
                </Fact>
              )}
              {item.closedOn && (
                <Fact name="回头看">
                  {item.followedUpOn
                    ? `${item.followedUpOn} 已看`
                    : item.followUpOn
                      ? `${item.followUpOn}（销号后 ${item.followUpMonths} 个月）`
                      : '不安排'}
                </Fact>
              )}
              <Fact name="存在的问题" wide>
                {item.problem}
              </Fact>
              {item.returnReason && (
                <Fact name={item.state === 'WITHDRAWN' ? '撤销原因' : '退回原因'} wide>
                  {item.returnReason}
                </Fact>
              )}
              {item.cause && (
                <Fact name="原因分析" wide>
                  {item.cause}
                </Fact>
              )}
              {item.measure && (
                <Fact name="整改措施" wide>
                  {item.measure}
                </Fact>
              )}
              {item.evidence && (
                <Fact name="整改情况" wide>
                  {item.evidence}
                </Fact>
              )}
              <Related item={item} />
            </dl>
          </Panel>
        </div>
        <Panel title="办理经过">
          <Timeline
            items={item.history.map((step, index) => ({
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

function Related({ item }: { item: Rectification }) {
  return (
    <>
      {item.recurredFrom && (
        <Fact name="反弹自">
          <Link to="/rectifications/$id" params={{ id: item.recurredFrom }}>
            原来的整改
          </Link>
        </Fact>
      )}
      {item.recurredAs && (
        <Fact name="反弹后另行整改">
          <Link to="/rectifications/$id" params={{ id: item.recurredAs }}>
            新的整改
          </Link>
        </Fact>
      )}
      {item.complaintId && (
        <Fact name="来自投诉">
          <Link to="/complaints/$id" params={{ id: item.complaintId }}>
            查看投诉
          </Link>
        </Fact>
      )}
      {item.taskId && (
        <Fact name="所属任务">
          <Link to="/tasks/$id" params={{ id: item.taskId }}>
            {item.taskTitle ?? '查看任务'}
          </Link>
        </Fact>
      )}
      {item.planTitle && <Fact name="所属计划">{item.planTitle}</Fact>}
      <Fact name="登记人">{item.openedBy}</Fact>
    </>
  )
}

type Asking = 'plan' | 'agree' | 'returnPlan' | 'complete' | 'reinspect' | 'followUp' | 'withdraw'

function Actions({ item }: { item: Rectification }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const agree = useAgreePlan()
  const back = useReturnPlan()
  const complete = useComplete()
  const withdraw = useWithdraw()
  const may = (action: RectificationAction) => item.allowed.includes(action)
  const close = () => setAsking(null)
  const target = { id: item.id, version: item.version }
  const button = (action: RectificationAction, asks: Asking, words: string, type?: 'primary' | 'danger') =>
    may(action) && (
      <Button
        key={asks}
        type={type === 'primary' ? 'primary' : 'default'}
        danger={type === 'danger'}
        onClick={() => setAsking(asks)}
      >
        {words}
      </Button>
    )
  return (
    <>
      {button('WITHDRAW', 'withdraw', '撤销')}
      {button('RETURN_PLAN', 'returnPlan', '退回方案', 'danger')}
      {button('AGREE_PLAN', 'agree', '同意方案', 'primary')}
      {button('SUBMIT_PLAN', 'plan', item.state === 'PLAN_SUBMITTED' ? '更正方案' : '提交整改方案', 'primary')}
      {button('COMPLETE', 'complete', '申请复查', 'primary')}
      {button('PASS', 'reinspect', '复查', 'primary')}
      {button('HOLD', 'followUp', '回头看', 'primary')}
      <WordsDialog
        open={asking === 'agree'}
        title="同意整改方案"
        label="意见（可不填）"
        action="同意"
        note={item.proposedOn ? `整改时限定为 ${item.proposedOn}。` : undefined}
        busy={agree.isPending}
        onClose={close}
        onSay={(opinion) => agree.mutate({ ...target, opinion: opinion || null }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'returnPlan'}
        title="退回整改方案"
        label="退回原因"
        action="退回"
        danger
        required
        note="责任单位自今天起至少有五个工作日重报。"
        phrases={['措施不具体，请落实到人', '整改时限过长，请提前', '原因分析不到位']}
        busy={back.isPending}
        onClose={close}
        onSay={(reason) => back.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'complete'}
        title="完成整改，申请复查"
        label="整改情况"
        action="提交"
        required
        busy={complete.isPending}
        onClose={close}
        onSay={(statement) => complete.mutate({ ...target, statement }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'withdraw'}
        title="撤销这项整改"
        label="撤销原因"
        action="撤销"
        danger
        required
        phrases={['与另一条重复', '登记有误']}
        busy={withdraw.isPending}
        onClose={close}
        onSay={(reason) => withdraw.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'plan' && <PlanDialog item={item} onClose={close} />}
      {asking === 'reinspect' && <ReinspectDialog item={item} onClose={close} />}
      {asking === 'followUp' && <FollowUpDialog item={item} onClose={close} />}
    </>
  )
}

type Dialog = { item: Rectification; onClose: () => void }

function PlanDialog({ item, onClose }: Dialog) {
  const today = useToday()
  const submit = useSubmitPlan()
  const [form] = Form.useForm<{ cause: string; measure: string; dueOn: Dayjs }>()
  const proposed = item.proposedOn ?? item.dueOn
  return (
    <Modal
      open
      title="整改方案"
      okText="提交"
      okButtonProps={{ loading: submit.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ cause: item.cause, measure: item.measure, dueOn: proposed ? dayjs(proposed) : undefined }}
        onFinish={({ cause, measure, dueOn }) =>
          submit.mutate(
            { id: item.id, version: item.version, cause, measure, dueOn: dueOn.format('YYYY-MM-DD') },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item
          name="cause"
          label="原因分析"
          rules={[{ required: true, whitespace: true, message: '请写明问题原因' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="measure"
          label="整改措施"
          rules={[{ required: true, whitespace: true, message: '请写明整改措施' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="dueOn" label="整改时限" rules={[{ required: true, message: '请填写整改时限' }]}>
          <DatePicker minDate={dayjs(today)} />
        </Form.Item>
        <ProblemView reason={submit.error} />
      </Form>
    </Modal>
  )
}

function ReinspectDialog({ item, onClose }: Dialog) {
  const today = useToday()
  const inspect = useReinspect()
  const [form] = Form.useForm<{ passed: boolean; words?: string; dueOn?: Dayjs | null; followUpMonths?: number }>()
  const passed = Form.useWatch('passed', form) ?? true
  return (
    <Modal
      open
      title="复查"
      okText={passed ? '合格，销号' : '不合格，退回'}
      okButtonProps={{ loading: inspect.isPending, danger: !passed }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ passed: true, followUpMonths: item.followUpMonths }}
        onFinish={({ words, dueOn, followUpMonths }) =>
          inspect.mutate(
            {
              id: item.id,
              version: item.version,
              passed,
              words: words?.trim() || null,
              dueOn: passed ? null : (dueOn?.format('YYYY-MM-DD') ?? null),
              followUpMonths: passed ? (followUpMonths ?? null) : null,
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="passed" label="复查结果">
          <Radio.Group
            options={[
              { value: true, label: '合格，销号' },
              { value: false, label: '不合格，继续整改' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label={passed ? '复查意见（可不填）' : '不合格的原因'}
          rules={passed ? [] : [{ required: true, whitespace: true, message: '请写明复查不合格的原因' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        {passed ? (
          <Form.Item name="followUpMonths" label="几个月后回头看" extra="遇节假日顺延到工作日；填 0 为不回头看">
            <InputNumber min={0} max={60} precision={0} suffix="个月" />
          </Form.Item>
        ) : (
          <Form.Item name="dueOn" label="另定整改时限（可不填，不填则原时限不变）">
            <DatePicker minDate={dayjs(today)} />
          </Form.Item>
        )}
        <ProblemView reason={inspect.error} />
      </Form>
    </Modal>
  )
}

function FollowUpDialog({ item, onClose }: Dialog) {
  const today = useToday()
  const follow = useFollowUp()
  const [form] = Form.useForm<{ held: boolean; words: string; dueOn?: Dayjs | null }>()
  const held = Form.useWatch('held', form) ?? true
  return (
    <Modal
      open
      title="回头看"
      okText="记录结果"
      okButtonProps={{ loading: follow.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ held: true }}
        onFinish={({ words, dueOn }) =>
          follow.mutate(
            {
              id: item.id,
              version: item.version,
              held,
              words,
              dueOn: held ? null : (dueOn?.format('YYYY-MM-DD') ?? null),
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="held" label="结果">
          <Radio.Group
            options={[
              { value: true, label: '未见反弹，长效保持' },
              { value: false, label: '问题反弹，另行整改' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label="回头看的情况"
          rules={[{ required: true, whitespace: true, message: '请写明回头看的情况' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        {!held && (
          <Form.Item name="dueOn" label="新的整改时限（可不填，由方案提出）">
            <DatePicker minDate={dayjs(today)} />
          </Form.Item>
        )}
        <ProblemView reason={follow.error} />
      </Form>
    </Modal>
  )
}
