import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import dayjs from 'dayjs'
import type { CSSProperties, ReactNode } from 'react'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName, UnitNames } from '@/components/UnitNames'
import type { Report } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useHandIns } from '@/lib/requests/handIns'
import { useMe } from '@/lib/requests/me'
import { useMeetings } from '@/lib/requests/meetings'
import { useReports } from '@/lib/requests/reports'
import { useAcknowledge, useCounts, useTasks } from '@/lib/requests/tasks'
import { dayOf, dueWords, longDay, moment, weekday } from '@/lib/time'
import { openStates } from '@/lib/words'

export function TodoPage() {
  const me = useMe()
  const today = useToday()
  const role = me.posts[0]?.title
  return (
    <>
      <PageHead
        title="我的待办"
        note={
          <>
            <span className="unit-name">
              {me.name}
              {role && `（${me.unit?.shortName ?? ''} ${role}）`}，
            </span>
            <span className="unit-name">
              今天是{longDay(today)} {weekday(today)}
            </span>
          </>
        }
      />
      <div className="stack">
        <Numbers />
        {me.member && <Owed today={today} />}
        {me.member && <HandInsOwed today={today} />}
        {me.member && <ToAcknowledge today={today} />}
        {me.has('SUPERVISOR') && <ToReview />}
        {me.has('SUPERVISOR') && <ToVerify />}
        {me.has('SUPERVISOR') && <Overdue />}
        <ComingMeetings today={today} />
      </div>
    </>
  )
}

function Count(props: {
  words: string
  value: number | undefined
  tone: string
  to: string
  search: Record<string, string>
}) {
  return (
    <Link to={props.to} search={props.search} className="count" style={{ '--tone': props.tone } as CSSProperties}>
      <span>{props.words}</span>
      <b className={props.value ? 'some' : ''}>
        {props.value ?? '–'}
        <small>项</small>
      </b>
    </Link>
  )
}

function Numbers() {
  const me = useMe()
  const today = useToday()
  const counts = useCounts(me.member ? 'me' : undefined).data
  const soon = { 'due-from': today, 'due-before': dayjs(today).add(8, 'day').format('YYYY-MM-DD') }
  const mine: Record<string, string> = me.member ? { unit: 'me' } : {}
  const supervisor = me.has('SUPERVISOR')
  return (
    <nav className="counts" aria-label="待办数量">
      <Count words="逾期滞后" value={counts?.overdue} tone="#c43d34" to="/ledger" search={{ ...mine, light: 'RED' }} />
      <Count
        words="7 日内到期"
        value={counts?.dueWithin7Days}
        tone="#2f6fc4"
        to={me.member ? '/reports' : '/ledger'}
        search={me.member ? { ...mine, state: 'DUE,RETURNED', ...soon } : { state: openStates.join(','), ...soon }}
      />
      <Count
        words="被退回"
        value={counts?.returned}
        tone="#c98a12"
        to={supervisor ? '/review' : '/reports'}
        search={{ ...mine, state: 'RETURNED' }}
      />
      <Count
        words="待签收"
        value={counts?.toAcknowledge}
        tone="#5f6f84"
        to="/ledger"
        search={{ ...mine, 'to-acknowledge': 'true' }}
      />
      {me.has('UNIT_HEAD') && (
        <Count
          words="待签发"
          value={counts?.toSignOff}
          tone="#1d4f91"
          to="/reports"
          search={{ unit: 'me', 'to-sign-off': 'true' }}
        />
      )}
      {supervisor && <Count words="待审核" value={counts?.toReview} tone="#1d4f91" to="/review" search={{}} />}
      {supervisor && (
        <Count
          words="待核验"
          value={counts?.toVerify}
          tone="#6b4fa0"
          to="/ledger"
          search={{ state: 'COMPLETION_SUBMITTED', ...(me.unit?.countyId && { 'own-plans': 'true' }) }}
        />
      )}
      {supervisor && (
        <Count
          words="延期待审"
          value={counts?.toExtend}
          tone="#8a5a2b"
          to="/ledger"
          search={{ 'extension-asked': 'true', ...(me.unit?.countyId && { 'own-plans': 'true' }) }}
        />
      )}
    </nav>
  )
}

function Work({ children }: { children: ReactNode }) {
  return <ul className="work">{children}</ul>
}

/** Shown only where there is something: most units owe a hand-in a few times a year. */
function HandInsOwed({ today }: { today: string }) {
  const owed = useHandIns({ unit: 'me', state: 'OWED,RETURNED' }, 20)
  const items = itemsOf(owed.data)
  if (owed.error && !owed.data) return <ProblemView reason={owed.error} retry={() => owed.refetch()} />
  if (items.length === 0) return null
  return (
    <Panel title="待报送材料" flush actions={<Link to="/hand-ins">全部材料</Link>}>
      <Work>
        {items.map((one) => (
          <li key={one.id}>
            <div className="what">
              <Link to="/hand-ins/$id" params={{ id: one.id }}>
                {one.title}
              </Link>
              <div className="sub">
                <span>
                  {longDay(one.dueOn)}前报送，{dueWords(one.dueOn, today)}
                </span>
                {one.overdue && <Tag color="error">逾期</Tag>}
                {one.state === 'RETURNED' && <Tag color="warning">退回：{one.returnReason}</Tag>}
              </div>
            </div>
            <div className="act">
              <Link to="/hand-ins/$id" params={{ id: one.id }}>
                <Button type="primary" ghost>
                  填写
                </Button>
              </Link>
            </div>
          </li>
        ))}
      </Work>
    </Panel>
  )
}

function Owed({ today }: { today: string }) {
  const reports = useReports({ unit: 'me', state: 'DUE,RETURNED' }, 50)
  const rank = { RED: 0, YELLOW: 1, BLUE: 2, DONE_LATE: 3, GREEN: 4 }
  const sorted = (items: Report[]) =>
    [...items].sort((a, b) => rank[a.light] - rank[b.light] || a.dueOn.localeCompare(b.dueOn))
  return (
    <Panel title="待报送" flush actions={<Link to="/reports">全部报送</Link>}>
      <Loading query={reports}>
        {(found) => {
          const items = sorted(itemsOf(found))
          if (items.length === 0)
            return <Blank title="本期报送已全部完成" note="新一期调度开启后，需要报送的任务会列在这里" />
          return (
            <Work>
              {items.slice(0, 12).map((report) => (
                <li key={report.id}>
                  <LightTag light={report.light} reason={report.lightReason} />
                  <div className="what">
                    <Link to="/reports/$id" params={{ id: report.id }}>
                      {report.taskOrdinal}. {report.taskTitle}
                    </Link>
                    <div className="sub">
                      <span>{periodWords(report.period)}进展</span>
                      <span>
                        {longDay(report.dueOn)}前报送，{dueWords(report.dueOn, today)}
                      </span>
                      {report.state === 'RETURNED' && <Tag color="warning">退回：{report.returnReason}</Tag>}
                    </div>
                  </div>
                  <div className="act">
                    <Link to="/reports/$id" params={{ id: report.id }}>
                      <Button type="primary" ghost>
                        {report.state === 'RETURNED' ? '修改后重报' : '填写报送'}
                      </Button>
                    </Link>
                  </div>
                </li>
              ))}
            </Work>
          )
        }}
      </Loading>
    </Panel>
  )
}

function ToAcknowledge({ today }: { today: string }) {
  const me = useMe()
  const tasks = useTasks({ unit: 'me', 'to-acknowledge': 'true' }, 50)
  const acknowledge = useAcknowledge()
  return (
    <Panel title="待签收" flush>
      <Loading query={tasks}>
        {(found) => {
          const items = itemsOf(found)
          if (items.length === 0) return <Blank title="没有待签收的任务" />
          return (
            <Work>
              {items.map((task) => (
                <li key={task.id}>
                  <div className="what">
                    <Link to="/tasks/$id" params={{ id: task.id }}>
                      {task.ordinal}. {task.title}
                    </Link>
                    <div className="sub">
                      <span>{task.leads.some((unit) => unit.id === me.unit?.id) ? '本单位牵头' : '本单位配合'}</span>
                      <span>
                        牵头：
                        <UnitNames units={task.leads} most={3} />
                      </span>
                      {task.dueOn && (
                        <span>
                          {longDay(task.dueOn)}前完成，{dueWords(task.dueOn, today)}
                        </span>
                      )}
                    </div>
                  </div>
                  <div className="act">
                    <Button
                      type="primary"
                      ghost
                      loading={acknowledge.isPending && acknowledge.variables?.id === task.id}
                      onClick={() => acknowledge.mutate(task)}
                    >
                      签收
                    </Button>
                  </div>
                </li>
              ))}
            </Work>
          )
        }}
      </Loading>
    </Panel>
  )
}

function ToReview() {
  const reports = useReports({ state: 'SUBMITTED', 'own-plans': 'true' }, 50)
  return (
    <Panel
      title="待审核的报送"
      flush
      actions={
        <Link to="/review">
          <Button type="primary" size="small">
            逐条审核
          </Button>
        </Link>
      }
    >
      <Loading query={reports}>
        {(found) => {
          const items = itemsOf(found)
          if (items.length === 0) return <Blank title="没有待审核的报送" note="单位报送后会立即出现在这里" />
          return (
            <Work>
              {items.slice(0, 6).map((report) => (
                <li key={report.id}>
                  <div className="what">
                    <Link to="/review" search={{ report: report.id }}>
                      {report.taskOrdinal}. {report.taskTitle}
                    </Link>
                    <div className="sub">
                      <UnitName unit={report.unit} />
                      <span>{periodWords(report.period)}</span>
                      <span>进度 {report.progress}%</span>
                      <span>{moment(report.submittedAt)} 报送</span>
                      {report.onTime === false && <span>迟报</span>}
                    </div>
                  </div>
                </li>
              ))}
            </Work>
          )
        }}
      </Loading>
    </Panel>
  )
}

function ToVerify() {
  const tasks = useTasks({ state: 'COMPLETION_SUBMITTED', 'own-plans': 'true' }, 20)
  const items = itemsOf(tasks.data)
  if (items.length === 0) return null
  return (
    <Panel title="待核验的办结申请" flush>
      <Work>
        {items.map((task) => (
          <li key={task.id}>
            <div className="what">
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.ordinal}. {task.title}
              </Link>
              <div className="sub">
                <UnitNames units={task.leads} most={3} />
              </div>
            </div>
            <div className="act">
              <Link to="/tasks/$id" params={{ id: task.id }}>
                <Button>去核验</Button>
              </Link>
            </div>
          </li>
        ))}
      </Work>
    </Panel>
  )
}

function Overdue() {
  const tasks = useTasks({ light: 'RED' }, 20)
  const items = itemsOf(tasks.data)
  if (items.length === 0) return null
  return (
    <Panel
      title="逾期任务"
      flush
      actions={
        <Link to="/ledger" search={{ light: 'RED' }}>
          在台账中查看
        </Link>
      }
    >
      <Work>
        {items.slice(0, 6).map((task) => (
          <li key={task.id}>
            <LightTag light={task.light} task />
            <div className="what">
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.ordinal}. {task.title}
              </Link>
              <div className="sub">
                <UnitNames units={task.leads} most={3} />
                <span>{task.lightReason}</span>
              </div>
            </div>
          </li>
        ))}
      </Work>
    </Panel>
  )
}

function ComingMeetings({ today }: { today: string }) {
  const me = useMe()
  const meetings = itemsOf(useMeetings().data)
  const coming = meetings.filter((meeting) => meeting.state === 'CONVENED' && dayOf(meeting.startsAt) >= today)
  const toReceive = meetings.filter(
    (meeting) =>
      meeting.minutes?.state === 'ISSUED' &&
      meeting.minutes.recipients.some((recipient) => recipient.unit.id === me.unit?.id && !recipient.receivedAt),
  )
  if (coming.length + toReceive.length === 0) return null
  return (
    <Panel title="会议" flush actions={<Link to="/meetings">全部会议</Link>}>
      <Work>
        {[...toReceive, ...coming].slice(0, 5).map((meeting) => {
          const mine = meeting.attendance.find((one) => one.unit.id === me.unit?.id)
          const action = toReceive.includes(meeting)
            ? '确认收到纪要'
            : mine && !mine.reply
              ? '回复回执'
              : !meeting.consent && me.has('CONVENER')
                ? '审定'
                : '查看'
          return (
            <li key={meeting.id}>
              <div className="what">
                <Link to="/meetings/$id" params={{ id: meeting.id }}>
                  {meeting.title}
                </Link>
                <div className="sub">
                  <span>{moment(meeting.startsAt)}</span>
                  <span>{meeting.place}</span>
                  {!meeting.consent && meeting.state === 'CONVENED' && <span>待召集人同意</span>}
                </div>
              </div>
              <div className="act">
                <Link to="/meetings/$id" params={{ id: meeting.id }}>
                  <Button>{action}</Button>
                </Link>
              </div>
            </li>
          )
        })}
      </Work>
    </Panel>
  )
}
