import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, Modal, Progress, Radio, Table, Tag, Timeline } from 'antd'
import { type ReactNode, useState } from 'react'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import { WordsDialog } from '@/components/WordsDialog'
import { DueDay, StateTag } from '@/features/ledger/columns'
import { actWords, changesOf } from '@/features/ledger/history'
import { Pressing } from '@/features/ledger/Pressing'
import type { Task, TaskPart, TaskReport } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import {
  useAcknowledge,
  useReturnTask,
  useSubmitCompletion,
  useTask,
  useTaskHistory,
  useUrge,
  useVerify,
} from '@/lib/requests/tasks'
import { dueWords, longDay, moment, monthWords } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'
import { indicatorWords, partWords, reportStateTones, reportStateWords, sourceWords } from '@/lib/words'

export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const task = useTask(id)
  return <Loading query={task}>{(data) => <TaskView task={data} />}</Loading>
}

function TaskView({ task }: { task: Task }) {
  const me = useMe()
  const today = useToday()
  return (
    <>
      <PageHead
        title={`${task.ordinal}. ${task.title}`}
        note={
          <Link to="/ledger" search={{ plan: task.planId }}>
            {sourceWords[task.source]}：{task.planTitle}
          </Link>
        }
      >
        <Actions task={task} />
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <dl className="facts">
              <div>
                <dt>亮灯</dt>
                <dd>
                  <LightTag light={task.light} />
                  <div className="quiet small">{task.lightReason}</div>
                </dd>
              </div>
              <div>
                <dt>状态</dt>
                <dd>
                  <StateTag state={task.state} /> {task.standing && <Tag variant="filled">常态化</Tag>}
                </dd>
              </div>
              <div>
                <dt>完成时限</dt>
                <dd>
                  <DueDay task={task} />
                  {task.dueOn && task.state !== 'CLOSED' && (
                    <span className="quiet small">（{dueWords(task.dueOn, today)}）</span>
                  )}
                  {task.phase && (
                    <div className="quiet small">
                      {task.phase.name}：
                      <span className="unit-name">
                        {task.phase.from} 至 {task.phase.to}
                      </span>
                    </div>
                  )}
                </dd>
              </div>
              <div>
                <dt>总体进度</dt>
                <dd>
                  <Progress percent={Math.round(task.progress)} size="small" style={{ maxWidth: 220 }} />
                </dd>
              </div>
              <div className="wide">
                <dt>任务内容</dt>
                <dd className="pre" style={{ lineHeight: 1.9 }}>
                  {task.text}
                </dd>
              </div>
              {task.number && (
                <div>
                  <dt>编号</dt>
                  <dd>{task.number}</dd>
                </div>
              )}
              {task.remark && (
                <div className="wide">
                  <dt>备注</dt>
                  <dd className="pre">{task.remark}</dd>
                </div>
              )}
              {task.indicators.length > 0 && (
                <div className="wide">
                  <dt>指标要求</dt>
                  <dd className="stack tight">
                    {task.indicators.map((indicator, index) => (
                      <div key={index} className="row wrap">
                        <span className="chip mark">{indicatorWords(indicator)}</span>
                        <span>{indicator.text}</span>
                      </div>
                    ))}
                  </dd>
                </div>
              )}
            </dl>
          </Panel>
          <Parts task={task} mine={me.unit?.id} />
          <Pressing task={task} />
          <Reports reports={task.reports} supervisor={me.has('SUPERVISOR')} mine={me.unit?.id} />
        </div>
        <History id={task.id} />
      </div>
    </>
  )
}

function Parts({ task, mine }: { task: Task; mine?: string }) {
  const narrow = useNarrow()
  const signed = (part: TaskPart) =>
    part.acknowledgedAt ? (
      <span>
        {moment(part.acknowledgedAt)}
        {part.acknowledgedBy && <span className="quiet"> {part.acknowledgedBy}</span>}
      </span>
    ) : (
      <span className="quiet">未签收{part.acknowledgeBy && `，应于 ${part.acknowledgeBy} 前签收`}</span>
    )
  const parts = [...task.parts].sort((a, b) => (a.part === b.part ? 0 : a.part === 'LEAD' ? -1 : 1))
  return (
    <Panel title="责任单位" flush>
      {narrow ? (
        <div className="cards">
          {parts.map((part) => (
            <div className="card" key={part.unit.id}>
              <div className="row between">
                <span className="t">
                  <UnitName unit={part.unit} />
                </span>
                <Tag color={part.part === 'LEAD' ? 'blue' : undefined} variant="filled">
                  {partWords[part.part]}
                </Tag>
              </div>
              <div className="m">{signed(part)}</div>
              {part.part === 'LEAD' && <Bar value={part.progress} />}
            </div>
          ))}
        </div>
      ) : (
        <Table<TaskPart>
          size="small"
          rowKey={(part) => part.unit.id}
          dataSource={parts}
          pagination={false}
          columns={[
            {
              title: '单位',
              render: (_, part) => (
                <span>
                  <UnitName unit={part.unit} /> {part.unit.id === mine && <Tag variant="filled">本单位</Tag>}
                </span>
              ),
            },
            {
              title: '职责',
              width: 80,
              render: (_, part) => (
                <Tag color={part.part === 'LEAD' ? 'blue' : undefined} variant="filled">
                  {partWords[part.part]}
                </Tag>
              ),
            },
            { title: '签收', render: (_, part) => signed(part) },
            {
              title: '进度',
              width: 150,
              render: (_, part) =>
                part.part === 'LEAD' ? <Bar value={part.progress} /> : <span className="quiet">—</span>,
            },
          ]}
        />
      )}
    </Panel>
  )
}

function Reports({ reports, supervisor, mine }: { reports: TaskReport[]; supervisor: boolean; mine?: string }) {
  return (
    <Panel title="进展报送" flush>
      {reports.length === 0 ? (
        <Blank title="还没有报送记录" />
      ) : (
        <div className="cards">
          {reports.map((report) => (
            <article className="card" key={report.id} id={`report-${report.id}`}>
              <div className="row wrap between">
                <span className="row wrap">
                  <b>{monthWords(report.period)}</b>
                  <UnitName unit={report.unit} />
                  <LightTag light={report.light} reason={report.lightReason} />
                  <ReportStateTag report={report} />
                </span>
                <span className="row">
                  {supervisor && report.state === 'SUBMITTED' && (
                    <Link to="/review" search={{ report: report.id }}>
                      去审核
                    </Link>
                  )}
                  {report.unit.id === mine && ['DUE', 'SUBMITTED', 'RETURNED'].includes(report.state) && (
                    <Link to="/reports/$id" params={{ id: report.id }}>
                      {report.state === 'DUE' ? '填写报送' : '修改报送'}
                    </Link>
                  )}
                  <span className="quiet small nowrap">
                    {report.submittedAt
                      ? `${moment(report.submittedAt)} ${report.submittedBy ?? ''}`
                      : `应于 ${report.dueOn} 前报送`}
                  </span>
                </span>
              </div>
              {report.submittedAt && (
                <div style={{ marginTop: 8 }}>
                  <div style={{ maxWidth: 260, marginBottom: 6 }}>
                    <Bar value={report.progress ?? 0} />
                  </div>
                  <Said words={report.done} title="进展" />
                  <Said words={report.problems} title="问题" />
                  <Said words={report.next} title="打算" />
                  {report.indicators.length > 0 && (
                    <Said
                      title="指标"
                      words={report.indicators.map(({ text, value }) => `${text}：${value ?? '未填'}`).join('；')}
                    />
                  )}
                </div>
              )}
              {report.returnReason && report.state === 'RETURNED' && (
                <div className="chip wild" style={{ marginTop: 6 }}>
                  退回原因：{report.returnReason}
                </div>
              )}
            </article>
          ))}
        </div>
      )}
    </Panel>
  )
}

function ReportStateTag({ report }: { report: TaskReport }) {
  const tone = reportStateTones[report.state]
  return (
    <Tag color={tone} variant="filled">
      {reportStateWords[report.state]}
    </Tag>
  )
}

function Said({ title, words }: { title: string; words: string | null }) {
  if (!words) return null
  return (
    <p className="pre" style={{ display: 'grid', gridTemplateColumns: '44px 1fr', lineHeight: 1.8 }}>
      <span className="quiet">{title}</span>
      <span>{words}</span>
    </p>
  )
}

function History({ id }: { id: string }) {
  const history = useTaskHistory(id)
  return (
    <Panel title="办理过程">
      <Loading query={history}>
        {(entries) =>
          entries.length === 0 ? (
            <Blank title="还没有办理记录" />
          ) : (
            <Timeline
              style={{ marginTop: 6, marginBottom: -4 }}
              items={entries.map((entry, index) => ({
                key: index,
                color: index === 0 ? 'blue' : 'gray',
                content: (
                  <div>
                    <div>
                      <b style={{ fontWeight: 500 }}>{actWords(entry)}</b>
                    </div>
                    <div className="quiet small">
                      {moment(entry.at)} · {entry.byUnit ? `${entry.byUnit} ` : ''}
                      {entry.by === 'system' ? '系统' : entry.by}
                    </div>
                    {entry.words && <div className="pre small">{entry.words}</div>}
                    {changesOf(entry).map((change) => (
                      <div key={change} className="small">
                        {change}
                      </div>
                    ))}
                  </div>
                ),
              }))}
            />
          )
        }
      </Loading>
    </Panel>
  )
}

function Actions({ task }: { task: Task }) {
  const [asking, setAsking] = useState<'completion' | 'verify' | 'return' | 'urge' | null>(null)
  const acknowledge = useAcknowledge()
  const submit = useSubmitCompletion()
  const verify = useVerify()
  const back = useReturnTask()
  const may = (action: Task['allowed'][number]) => task.allowed.includes(action)
  const close = () => setAsking(null)
  const target = { id: task.id, version: task.version }
  const buttons: ReactNode[] = []
  if (may('URGE'))
    buttons.push(
      <Button key="urge" onClick={() => setAsking('urge')}>
        催办
      </Button>,
    )
  if (may('RETURN'))
    buttons.push(
      <Button key="return" danger onClick={() => setAsking('return')}>
        退回办结
      </Button>,
    )
  if (may('VERIFY'))
    buttons.push(
      <Button key="verify" type="primary" onClick={() => setAsking('verify')}>
        核验销号
      </Button>,
    )
  if (may('SUBMIT_COMPLETION'))
    buttons.push(
      <Button
        key="completion"
        type={may('ACKNOWLEDGE') ? 'default' : 'primary'}
        onClick={() => setAsking('completion')}
      >
        申请办结
      </Button>,
    )
  if (may('ACKNOWLEDGE'))
    buttons.push(
      <Button
        key="acknowledge"
        type="primary"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate(target)}
      >
        签收
      </Button>,
    )
  return (
    <>
      {buttons}
      <WordsDialog
        open={asking === 'completion'}
        title="申请办结"
        label="完成情况说明"
        action="提交"
        required
        busy={submit.isPending}
        onClose={close}
        onSay={(statement) => submit.mutate({ ...target, statement }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'verify'}
        title="核验销号"
        label="核验意见（可不填）"
        action="同意销号"
        note="销号后任务不再产生报送。"
        busy={verify.isPending}
        onClose={close}
        onSay={(opinion) => verify.mutate({ ...target, opinion }, { onSuccess: close })}
      />
      <WordsDialog
        open={asking === 'return'}
        title="退回办结申请"
        label="退回原因"
        action="退回"
        danger
        required
        busy={back.isPending}
        phrases={['佐证材料不足，请补充', '指标尚未达到要求', '请补充下一步长效措施']}
        onClose={close}
        onSay={(reason) => back.mutate({ ...target, reason }, { onSuccess: close })}
      />
      {asking === 'urge' && <UrgeDialog task={task} onClose={close} />}
    </>
  )
}

function UrgeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const unitWords = useUnitWords()
  const urge = useUrge()
  const [unitId, setUnitId] = useState<string>('')
  const [words, setWords] = useState('')
  return (
    <Modal
      open
      title="催办"
      okText="发出催办"
      okButtonProps={{ loading: urge.isPending }}
      onCancel={onClose}
      onOk={() =>
        urge.mutate({ id: task.id, version: task.version, unitId: unitId || undefined, words }, { onSuccess: onClose })
      }
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        同一任务对同一单位每天只能催办一次，催办记录在案。
      </p>
      <Radio.Group
        value={unitId}
        onChange={(event) => setUnitId(event.target.value)}
        style={{ display: 'grid', gap: 8, marginBottom: 14 }}
        options={[
          { value: '', label: '全部牵头单位' },
          ...task.parts.map((part) => ({
            value: part.unit.id,
            label: `${unitWords(part.unit)}（${partWords[part.part]}）`,
          })),
        ]}
      />
      <Input.TextArea
        aria-label="催办附言"
        placeholder={`附言（可不填），例如：请于${longDay(task.dueOn) === '—' ? '本月底' : longDay(task.dueOn)}前完成`}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Modal>
  )
}
