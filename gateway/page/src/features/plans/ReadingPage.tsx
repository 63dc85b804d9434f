import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Badge, Button, Popconfirm, Result, Segmented, Tag } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { ProblemView } from '@/components/ProblemView'
import { scrollWithin } from '@/components/scroll'
import { useShortcuts } from '@/components/useShortcuts'
import { blockersOf } from '@/features/plans/blockers'
import { FindingsPanel, needsEditor, queueOf } from '@/features/plans/FindingsPanel'
import { HeadPanel } from '@/features/plans/HeadPanel'
import { type Focus, Paper } from '@/features/plans/Paper'
import { TaskEditor } from '@/features/plans/TaskEditor'
import { TaskEntry } from '@/features/plans/TaskEntry'
import { UnitsPanel } from '@/features/plans/UnitsPanel'
import type { Finding, PlanReading } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useAdopt, useCorrectTask, useDecideFinding, useReading } from '@/lib/requests/readings'
import { longDay } from '@/lib/time'
import { documentKindWords } from '@/lib/words'

type Tab = 'tasks' | 'findings' | 'units' | 'head'

export function ReadingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  // Registered units reach the reading by event: look again until it knows them.
  const [waiting, setWaiting] = useState<string[]>([])
  const reading = useReading(id, waiting.length > 0 ? 700 : false)
  const { message } = App.useApp()
  useEffect(() => {
    if (waiting.length === 0 || !reading.data) return
    const open = new Set(reading.data.units.filter(({ state }) => state === 'UNKNOWN').map(({ name }) => name))
    if (waiting.every((name) => !open.has(name))) setWaiting([])
  }, [reading.data, waiting])
  useEffect(() => {
    if (waiting.length === 0) return
    const timer = setTimeout(() => {
      setWaiting([])
      message.info('单位已登记，识别结果稍后更新，请刷新查看')
    }, 20_000)
    return () => clearTimeout(timer)
  }, [waiting])
  return (
    <Loading query={reading}>
      {(data) => <ReadingView reading={data} waiting={waiting} onRegistered={setWaiting} />}
    </Loading>
  )
}

function ReadingView(props: { reading: PlanReading; waiting: string[]; onRegistered: (names: string[]) => void }) {
  const { reading } = props
  const me = useMe()
  const navigate = useNavigate()
  const editable = reading.state === 'OPEN' && me.has('SUPERVISOR')
  const blockers = useMemo(() => blockersOf(reading), [reading])
  const openFindings = reading.findings.filter(({ state }) => state === 'OPEN').length
  const [tab, setTab] = useState<Tab>('tasks')
  const [focus, setFocus] = useState<Focus>({})
  const [jump, setJump] = useState(0)
  const [editing, setEditing] = useState<number | null>(null)
  const correct = useCorrectTask(reading.id)
  const decide = useDecideFinding(reading.id)
  const adopt = useAdopt(reading.id)
  const units = useMemo(() => new Map(reading.units.map((unit) => [unit.name, unit])), [reading.units])
  const troubled = useMemo(
    () => new Set(blockers.findings.flatMap(({ taskOrdinal }) => taskOrdinal ?? [])),
    [blockers.findings],
  )
  const queue = queueOf(reading.findings)
  const current = queue.find(({ id }) => id === focus.finding)

  const follow = (next: Focus) => {
    setFocus(next)
    setJump((count) => count + 1)
  }
  const pickInText = (next: Focus) => {
    setFocus(next)
    if (next.finding) setTab('findings')
    else if (next.task !== undefined) {
      setTab('tasks')
      requestAnimationFrame(() => scrollWithin(document.getElementById(`task-${next.task}`)))
    }
  }
  const pickFinding = (finding: Finding | undefined) =>
    finding && follow({ finding: finding.id, task: finding.taskOrdinal ?? undefined })
  const step = (by: number) => {
    const at = queue.findIndex(({ id }) => id === focus.finding)
    pickFinding(queue[Math.max(0, Math.min(queue.length - 1, at < 0 ? 0 : at + by))])
  }
  const settle = (finding: Finding, state: Finding['state']) => {
    const at = queue.findIndex(({ id }) => id === finding.id)
    const next =
      queue.slice(at + 1).find((one) => one.state === 'OPEN') ??
      queue.find((one) => one.state === 'OPEN' && one.id !== finding.id)
    decide.mutate(
      { version: reading.version, findingId: finding.id, state },
      { onSuccess: () => state !== 'OPEN' && pickFinding(next) },
    )
  }
  const act = () => {
    if (!editable || !current || current.state !== 'OPEN' || decide.isPending) return
    if (needsEditor(current)) setEditing(current.taskOrdinal)
    else settle(current, 'RESOLVED')
  }
  useShortcuts(
    {
      j: () => step(1),
      k: () => step(-1),
      Enter: act,
      x: () => editable && current && current.state === 'OPEN' && !current.needsPerson && settle(current, 'DISMISSED'),
    },
    tab === 'findings' && editing === null,
  )
  const edited = reading.tasks.find(({ ordinal }) => ordinal === editing)
  const ready = blockers.findings.length === 0 && blockers.units.length === 0 && blockers.kept > 0

  if (reading.state === 'ADOPTED' && adopt.isSuccess)
    return (
      <Result
        status="success"
        title="计划已采纳"
        subTitle={`${blockers.kept} 项任务已进入台账，并交办到各责任单位`}
        extra={[
          <Button
            key="ledger"
            type="primary"
            onClick={() => navigate({ to: '/ledger', search: reading.planId ? { plan: reading.planId } : {} })}
          >
            查看台账
          </Button>,
          <Button key="rounds" onClick={() => navigate({ to: '/rounds', search: {} })}>
            查看调度
          </Button>,
        ]}
      />
    )

  return (
    <>
      <PageHead
        title={reading.title || reading.fileName}
        note={
          <span className="row wrap">
            <Tag variant="filled">{documentKindWords[reading.kind] ?? '文件'}</Tag>
            {[reading.documentNumber, reading.issuer, longDay(reading.issuedOn)]
              .filter((words) => words && words !== '—')
              .map((words) => (
                <span key={words} className="unit-name">
                  {words}
                </span>
              ))}
          </span>
        }
      />
      <div className="blockers">
        {reading.state === 'OPEN' ? (
          <>
            <div className="steps grow">
              <Check ok={blockers.kept > 0} words={`${blockers.kept} 项任务待采纳`} onOpen={() => setTab('tasks')} />
              <Check
                ok={blockers.units.length === 0}
                words={blockers.units.length ? `${blockers.units.length} 个单位未识别` : '单位全部识别'}
                onOpen={() => setTab('units')}
              />
              <Check
                ok={blockers.findings.length === 0}
                words={blockers.findings.length ? `${blockers.findings.length} 个疑点须处理` : '没有须处理的疑点'}
                onOpen={() => {
                  setTab('findings')
                  pickFinding(blockers.findings[0])
                }}
              />
            </div>
            {editable && (
              <Popconfirm
                title={`采纳并交办 ${blockers.kept} 项任务？`}
                description="采纳后任务即进入台账，各单位会收到交办提醒。"
                okText="采纳"
                disabled={!ready}
                onConfirm={() => adopt.mutate(reading.version)}
              >
                <Button type="primary" disabled={!ready} loading={adopt.isPending}>
                  采纳并交办
                </Button>
              </Popconfirm>
            )}
          </>
        ) : (
          <>
            <span className="grow">
              {reading.state === 'ADOPTED' ? '本文件已采纳，内容不再更改。' : '本文件未采纳。'}
            </span>
            {reading.planId && (
              <Link to="/ledger" search={{ plan: reading.planId }}>
                查看台账
              </Link>
            )}
          </>
        )}
      </div>
      {adopt.error && (
        <div style={{ marginBottom: 12 }}>
          <ProblemView reason={adopt.error} />
        </div>
      )}
      <div className="reading">
        <section className="col" aria-label="原文">
          <header>
            <h2>原文</h2>
            <div className="key grow" style={{ justifyContent: 'flex-end' }}>
              <span style={{ '--c': '#dcebfb', '--d': '#4d8ad0' } as React.CSSProperties}>牵头</span>
              <span style={{ '--c': '#e4f2ea', '--d': '#5ba77c' } as React.CSSProperties}>配合</span>
              <span style={{ '--c': '#fdefd2', '--d': '#d99a1c' } as React.CSSProperties}>泛指</span>
              <span style={{ '--c': '#efe8f7', '--d': '#8e73b5' } as React.CSSProperties}>时限</span>
              <span style={{ '--c': '#e0f1f2', '--d': '#3c989e' } as React.CSSProperties}>指标</span>
            </div>
          </header>
          <div className="scroll">
            <Paper reading={reading} focus={focus} onPick={pickInText} jump={jump} />
          </div>
        </section>
        <section className="col" aria-label="识别结果">
          <header style={{ overflowX: 'auto' }}>
            <Segmented<Tab>
              value={tab}
              onChange={setTab}
              options={[
                { value: 'tasks', label: `任务 ${reading.tasks.length}` },
                {
                  value: 'findings',
                  label: <Counted words="疑点" count={openFindings} urgent={blockers.findings.length > 0} />,
                },
                { value: 'units', label: <Counted words="单位" count={blockers.units.length} urgent /> },
                { value: 'head', label: '文件信息' },
              ]}
            />
          </header>
          <div className="scroll">
            {tab === 'tasks' &&
              reading.tasks.map((task) => (
                <TaskEntry
                  key={task.ordinal}
                  task={task}
                  units={units}
                  on={focus.task === task.ordinal}
                  trouble={troubled.has(task.ordinal)}
                  editable={editable}
                  onPick={() => follow({ task: task.ordinal })}
                  onEdit={() => setEditing(task.ordinal)}
                  onDecide={(decision) =>
                    correct.mutate({ version: reading.version, ordinal: task.ordinal, change: { decision } })
                  }
                />
              ))}
            {tab === 'findings' && (
              <FindingsPanel
                reading={reading}
                current={focus.finding}
                editable={editable}
                onPick={pickFinding}
                onEdit={(finding) => setEditing(finding.taskOrdinal)}
                onDecide={settle}
                onDropWildcards={(finding) =>
                  correct.mutate({ version: reading.version, ordinal: finding.taskOrdinal!, change: { wildcards: [] } })
                }
              />
            )}
            {tab === 'units' && (
              <UnitsPanel
                reading={reading}
                editable={editable}
                waiting={props.waiting}
                onRegistered={props.onRegistered}
              />
            )}
            {tab === 'head' && <HeadPanel reading={reading} editable={editable} />}
          </div>
        </section>
      </div>
      {edited && (
        <TaskEditor
          reading={reading}
          task={edited}
          busy={correct.isPending}
          onClose={() => setEditing(null)}
          onSave={(change) =>
            correct.mutate(
              { version: reading.version, ordinal: edited.ordinal, change },
              { onSuccess: () => setEditing(null) },
            )
          }
        />
      )}
    </>
  )
}

function Counted({ words, count, urgent }: { words: string; count: number; urgent: boolean }) {
  return (
    <span className="row" style={{ gap: 6 }}>
      {words}
      <Badge count={count} size="small" color={urgent ? '#c43d34' : '#c98a12'} />
    </span>
  )
}

function Check({ ok, words, onOpen }: { ok: boolean; words: string; onOpen: () => void }) {
  return (
    <button type="button" className="step" onClick={onOpen}>
      {ok ? <CheckCircleFilled className="ok" /> : <CloseCircleFilled className="no" />}
      {words}
    </button>
  )
}
