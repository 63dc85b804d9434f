import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, Input, Modal, Radio, Timeline } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { PaperButton } from '@/components/PaperButton'
import { StepTag } from '@/components/StepTag'
import { UnitName } from '@/components/UnitNames'
import { WordsDialog } from '@/components/WordsDialog'
import { courseOf } from '@/features/notices/course'
import { NoticeStateTag } from '@/features/notices/NoticesPage'
import type { Notice } from '@/lib/api/types'
import {
  useAppealNotice,
  useDecideAppeal,
  useDismissNotice,
  useIssueNotice,
  useNotice,
  useReceiveNotice,
  useReplyNotice,
} from '@/lib/requests/notices'
import { stepWords } from '@/lib/words'

export function NoticePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const notice = useNotice(id)
  return <Loading query={notice}>{(shown) => <NoticeView notice={shown} />}</Loading>
}

function NoticeView({ notice }: { notice: Notice }) {
  return (
    <>
      <PageHead
        title={`${stepWords[notice.step]}${notice.number ? ` ${notice.number}` : ''}`}
        note={<Link to="/notices">督办通报</Link>}
      >
        <PaperButton
          path={`/api/notices/${notice.id}`}
          name={`${stepWords[notice.step]}${notice.number ?? '（待签发）'}`}
          words={notice.number ? '下载公文' : '预览公文'}
        />
        <Actions notice={notice} />
      </PageHead>
      {notice.state === 'PROPOSED' && !notice.stillOwed && (
        <Alert
          type="info"
          showIcon
          title="单位已报送，或任务已办结、顺延，无需再签发"
          description="次日起不再列为待签发。"
          style={{ marginBottom: 14 }}
        />
      )}
      <div className="split">
        <div className="stack">
          <Panel>
            <dl className="facts">
              <Fact name="督办等级">
                <StepTag step={notice.step} />
              </Fact>
              <Fact name="状态">
                <NoticeStateTag state={notice.state} />
              </Fact>
              <Fact name="责任单位">
                <UnitName unit={notice.unit} />
              </Fact>
              <Fact name="反馈期限">{notice.replyBy}</Fact>
              <Fact name="督办事项" wide>
                <Link to="/tasks/$id" params={{ id: notice.taskId }}>
                  {notice.taskTitle}
                </Link>
                <div className="quiet small">{notice.planTitle}</div>
              </Fact>
              <Fact name="督办事由" wide>
                <span className="pre">{notice.reason}</span>
              </Fact>
              <Fact name="办理要求" wide>
                <span className="pre">{notice.demand}</span>
              </Fact>
              {notice.reply && (
                <Fact name="办理情况" wide>
                  <span className="pre">{notice.reply.words}</span>
                </Fact>
              )}
              {notice.appeal && (
                <Fact name="申诉理由" wide>
                  <span className="pre">{notice.appeal.words}</span>
                </Fact>
              )}
              {notice.appealDecision && (
                <Fact name="申诉结论" wide>
                  {notice.state === 'WITHDRAWN' ? '撤销。' : '维持。'}
                  <span className="pre">{notice.appealDecision.words}</span>
                </Fact>
              )}
              {notice.dismissal && (
                <Fact name="不予签发的理由" wide>
                  <span className="pre">{notice.dismissal}</span>
                </Fact>
              )}
            </dl>
          </Panel>
        </div>
        <Panel title="办理过程">
          <Timeline
            style={{ marginTop: 6, marginBottom: -4 }}
            items={courseOf(notice).map((step, index, all) => ({
              key: index,
              color: index === all.length - 1 ? 'blue' : 'gray',
              content: (
                <div>
                  <b style={{ fontWeight: 500 }}>{step.act}</b>
                  <div className="quiet small">{step.when}</div>
                </div>
              ),
            }))}
          />
        </Panel>
      </div>
    </>
  )
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Asking = 'issue' | 'dismiss' | 'reply' | 'appeal' | 'decide'

function Actions({ notice }: { notice: Notice }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const dismiss = useDismissNotice()
  const receive = useReceiveNotice()
  const reply = useReplyNotice()
  const appeal = useAppealNotice()
  const target = { id: notice.id, version: notice.version }
  const may = (action: Notice['allowed'][number]) => notice.allowed.includes(action)
  const close = () => setAsking(null)
  return (
    <>
      {may('DISMISS') && <Button onClick={() => setAsking('dismiss')}>不予签发</Button>}
      {may('ISSUE') && (
        <Button type="primary" disabled={!notice.stillOwed} onClick={() => setAsking('issue')}>
          签发
        </Button>
      )}
      {may('UPHOLD') && (
        <Button type="primary" onClick={() => setAsking('decide')}>
          作出结论
        </Button>
      )}
      {may('APPEAL') && <Button onClick={() => setAsking('appeal')}>申诉</Button>}
      {may('RECEIVE') && (
        <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate(target)}>
          签收
        </Button>
      )}
      {may('REPLY') && (
        <Button type={notice.reply ? 'default' : 'primary'} onClick={() => setAsking('reply')}>
          {notice.reply ? '补充反馈' : '反馈办理情况'}
        </Button>
      )}
      <WordsDialog
        open={asking === 'dismiss'}
        title="不予签发"
        label="理由"
        action="确定"
        required
        busy={dismiss.isPending}
        phrases={['已电话督促，单位承诺近日完成', '客观原因，同意顺延']}
        onClose={close}
        onSay={(reason) => dismiss.mutate({ ...target, reason }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'reply'}
        title="反馈办理情况"
        label="办理情况、逾期原因和整改措施"
        action="反馈"
        required
        busy={reply.isPending}
        note="反馈不能代替报送；所欠的报送或办结仍须办理。"
        onClose={close}
        onSay={(words) => reply.mutate({ ...target, words }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'appeal'}
        title="申诉"
        label="申诉理由"
        action="提出申诉"
        required
        busy={appeal.isPending}
        note="每份督办单可申诉一次；申诉期间不再升级。"
        onClose={close}
        onSay={(reason) => appeal.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'issue' && <IssueDialog notice={notice} onClose={close} />}
      {asking === 'decide' && <DecideDialog notice={notice} onClose={close} />}
    </>
  )
}

function IssueDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const issue = useIssueNotice()
  const [form] = Form.useForm<{ demand: string; replyBy: dayjs.Dayjs }>()
  return (
    <Modal
      open
      title={`签发${stepWords[notice.step]}`}
      okText="签发"
      okButtonProps={{ loading: issue.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        签发后编发文字号，单位即刻收到；内容不能再改。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ demand: notice.demand, replyBy: dayjs(notice.replyBy) }}
        onFinish={({ demand, replyBy }) =>
          issue.mutate(
            { id: notice.id, version: notice.version, demand, replyBy: replyBy.format('YYYY-MM-DD') },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item
          name="demand"
          label="办理要求"
          rules={[{ required: true, whitespace: true, message: '请填写办理要求' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="replyBy" label="反馈期限" rules={[{ required: true, message: '请选择反馈期限' }]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function DecideDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const decide = useDecideAppeal()
  const [form] = Form.useForm<{ withdraw: boolean; opinion: string }>()
  return (
    <Modal
      open
      title="申诉结论"
      okText="告知单位"
      okButtonProps={{ loading: decide.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="pre" style={{ marginBottom: 12 }}>
        <span className="quiet">申诉理由：</span>
        {notice.appeal?.words}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ withdraw, opinion }) =>
          decide.mutate({ id: notice.id, version: notice.version, withdraw, opinion }, { onSuccess: onClose })
        }
      >
        <Form.Item name="withdraw" label="结论" rules={[{ required: true, message: '请选择维持或撤销' }]}>
          <Radio.Group
            options={[
              { value: false, label: '维持督办单' },
              { value: true, label: '撤销督办单，该事项不再升级' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="opinion"
          label="说明"
          rules={[{ required: true, whitespace: true, message: '请填写结论说明' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
