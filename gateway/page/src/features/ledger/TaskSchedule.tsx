import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, DatePicker, Form, Input, InputNumber, Modal, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Panel } from '@/components/Panel'
import { useNarrow } from '@/components/useNarrow'
import {
  gapWords,
  overtaken,
  overtakenWords,
  type Point,
  reportedLine,
  scheduledLine,
  share,
} from '@/features/ledger/schedule'
import type { Milestone, Task } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useMilestones } from '@/lib/requests/taskLife'

/** What should be done by when, beside what is reported. */
export function TaskSchedule({ task }: { task: Task }) {
  const [editing, setEditing] = useState<Pick<Editing, 'by' | 'of'> | null>(null)
  const today = useToday()
  const sets = task.allowed.includes('SET_MILESTONES')
  const proposes = task.allowed.includes('PROPOSE_MILESTONES')
  if (!task.dueOn || (scheduledLine(task).length === 0 && !sets)) return null
  return (
    <Panel
      title="时间节点和序时进度"
      actions={
        sets ? (
          <Button size="small" onClick={() => setEditing({ by: 'milestones', of: task.milestones })}>
            {task.milestones.length > 0 ? '调整节点' : '设定节点'}
          </Button>
        ) : (
          proposes && (
            <Button
              size="small"
              onClick={() =>
                setEditing({
                  by: 'milestone-proposal',
                  of: task.proposedMilestones.length > 0 ? task.proposedMilestones : task.milestones,
                })
              }
            >
              拟定节点
            </Button>
          )
        )
      }
    >
      {task.scheduled !== null && (
        <p style={{ marginBottom: 8 }}>
          今日序时进度 <b>{task.scheduled}%</b>，已报进度 <b>{Math.round(task.progress)}%</b>，
          <span className={task.progress < task.scheduled ? 'behind' : undefined}>
            {gapWords(task.progress, task.scheduled)}
          </span>
          。
        </p>
      )}
      <SchedulePicture task={task} today={today} />
      <p className="quiet small">粗线为已报进度，虚线为序时进度，圆点为时间节点，竖线为今天。</p>
      {task.milestones.length > 0 && <MilestoneList milestones={task.milestones} today={today} />}
      {task.proposedMilestones.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 12 }}
          title="牵头单位拟定的时间节点，待确认"
          description={<MilestoneList milestones={task.proposedMilestones} today={today} />}
          action={
            sets && (
              <Button
                size="small"
                type="primary"
                onClick={() => setEditing({ by: 'milestones', of: task.proposedMilestones })}
              >
                核对确认
              </Button>
            )
          }
        />
      )}
      {editing && <MilestonesDialog task={task} {...editing} onClose={() => setEditing(null)} />}
    </Panel>
  )
}

function MilestoneList({ milestones, today }: { milestones: Milestone[]; today: string }) {
  return (
    <ul className="stack tight" style={{ listStyle: 'none', padding: 0, margin: '8px 0 0' }}>
      {milestones.map((one) => (
        <li key={`${one.dueOn} ${one.name}`} className="row wrap">
          <span className="nowrap">{one.dueOn}</span>
          <span>
            {one.name}（{one.percent}%）
          </span>
          {one.reachedOn ? (
            <Tag color="green" variant="filled">
              {one.reachedOn} 达到
            </Tag>
          ) : (
            <Tag color={one.dueOn < today ? 'red' : undefined} variant="filled">
              {one.dueOn < today ? '未按期达到' : '未到期'}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  )
}

const H = 130
const LEFT = 34
const BOTTOM = 20
const TOP = 8

/** Scheduled progress as a thin line, reported progress as a thick one, today as an upright. */
function SchedulePicture({ task, today }: { task: Task; today: string }) {
  // drawn as wide as it is shown, so that its words stay readable on a phone
  const W = useNarrow() ? 330 : 560
  const scheduled = scheduledLine(task)
  const first = scheduled[0]
  const last = scheduled.at(-1)
  if (!first || !last) return null
  const reported = reportedLine(task)
  const until = reported.at(-1)
  const steps = until && until.day < today ? [...reported, { day: today, percent: until.percent }] : reported
  const x = (day: string) => LEFT + share(day, first.day, last.day) * (W - LEFT - 8)
  const y = (percent: number) => TOP + (1 - percent / 100) * (H - TOP - BOTTOM)
  const path = (points: Point[]) => points.map(({ day, percent }) => `${x(day)},${y(percent)}`).join(' ')
  const words = `序时进度与已报进度：${first.day} 至 ${last.day}，今日应完成 ${task.scheduled ?? '—'}%，已报 ${Math.round(task.progress)}%`
  return (
    <svg className="schedule" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={words}>
      <title>{words}</title>
      {[0, 50, 100].map((percent) => (
        <g key={percent}>
          <line x1={LEFT} x2={W - 8} y1={y(percent)} y2={y(percent)} stroke="#e3e8ef" />
          <text x={LEFT - 6} y={y(percent) + 4} textAnchor="end" fontSize="11" fill="#6b7787">
            {percent}%
          </text>
        </g>
      ))}
      <polyline points={path(scheduled)} fill="none" stroke="#8a97a8" strokeWidth="1.5" strokeDasharray="5 4" />
      {task.milestones.map((one) => (
        <circle key={one.dueOn} cx={x(one.dueOn)} cy={y(one.percent)} r="3.5" fill="#fff" stroke="#5f6f84" />
      ))}
      {steps.length > 1 && <polyline points={path(steps)} fill="none" stroke="#1d4f91" strokeWidth="2.5" />}
      {today >= first.day && today <= last.day && (
        <line x1={x(today)} x2={x(today)} y1={TOP} y2={H - BOTTOM} stroke="#c98a12" strokeDasharray="2 3" />
      )}
      <text x={LEFT} y={H - 5} fontSize="11" fill="#6b7787">
        {first.day}
      </text>
      <text x={W - 8} y={H - 5} fontSize="11" fill="#6b7787" textAnchor="end">
        {last.day}
      </text>
    </svg>
  )
}

type Fields = { milestones: { name: string; dueOn: Dayjs; percent: number }[] }

type Editing = {
  task: Task
  by: 'milestones' | 'milestone-proposal'
  /** the milestones to start from */
  of: Milestone[]
  onClose: () => void
}

function MilestonesDialog({ task, by, of, onClose }: Editing) {
  const save = useMilestones(by)
  const [form] = Form.useForm<Fields>()
  const [opened] = useState(task)
  const late = !save.isPending && overtaken(opened, task)
  return (
    <Modal
      open
      width={620}
      title={by === 'milestones' ? '设定时间节点' : '拟定时间节点'}
      okText={by === 'milestones' ? '设定' : '提交'}
      okButtonProps={{ loading: save.isPending, disabled: late }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {late && <Alert type="warning" showIcon title={overtakenWords} style={{ marginBottom: 14 }} />}
      <p className="quiet" style={{ marginBottom: 12 }}>
        日期和进度依次递增，不晚于办结期限 {task.dueOn}。不设节点时，序时进度自下达之日起匀速计算。
      </p>
      <Form
        form={form}
        requiredMark={false}
        initialValues={{
          milestones: of.map(({ name, dueOn, percent }) => ({ name, dueOn: dayjs(dueOn), percent })),
        }}
        onFinish={({ milestones }) =>
          save.mutate(
            {
              id: task.id,
              version: task.version,
              milestones: [...(milestones ?? [])]
                .map(({ name, dueOn, percent }) => ({ name: name.trim(), dueOn: dueOn.format('YYYY-MM-DD'), percent }))
                .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.List name="milestones">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="row wrap" style={{ alignItems: 'flex-start', marginBottom: 4 }}>
                  <Form.Item
                    name={[name, 'name']}
                    className="grow"
                    rules={[{ required: true, whitespace: true, message: '请填写节点' }]}
                  >
                    <Input aria-label="节点名称" placeholder="节点，如：方案印发" maxLength={100} />
                  </Form.Item>
                  <Form.Item name={[name, 'dueOn']} rules={[{ required: true, message: '请选择日期' }]}>
                    <DatePicker aria-label="节点日期" maxDate={dayjs(task.dueOn)} />
                  </Form.Item>
                  <Form.Item name={[name, 'percent']} rules={[{ required: true, message: '请填写进度' }]}>
                    <InputNumber
                      aria-label="节点进度"
                      min={1}
                      max={100}
                      precision={0}
                      suffix="%"
                      style={{ width: 96 }}
                    />
                  </Form.Item>
                  <Button icon={<DeleteOutlined />} aria-label="删除节点" onClick={() => remove(name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                添加节点
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  )
}
