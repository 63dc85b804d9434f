import { Link } from '@tanstack/react-router'
import { Progress, Tag } from 'antd'
import { LightTag } from '@/components/LightTag'
import { Panel } from '@/components/Panel'
import { DueDay, StateTag } from '@/features/ledger/columns'
import type { PastCycle, TargetReported, Task } from '@/lib/api/types'
import { cadenceWords } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { dueWords, longDay } from '@/lib/time'
import { indicatorWords, kindWords, repeatWords } from '@/lib/words'

export function TaskFacts({ task }: { task: Task }) {
  const today = useToday()
  return (
    <Panel>
      <dl className="facts">
        <div>
          <dt>亮灯</dt>
          <dd>
            <LightTag light={task.light} task />
            <div className="quiet small">
              {task.lightReason}
              {task.lightSince && task.light !== 'GREEN' && `（自${longDay(task.lightSince)}起）`}
            </div>
            {task.stillSince && (
              <div className="small behind">久无进展：自{longDay(task.stillSince)}起进度没有变化</div>
            )}
            <Link to="/light-rules" search={{ plan: task.planId }} className="small">
              按什么规则亮灯
            </Link>
          </dd>
        </div>
        <div>
          <dt>状态</dt>
          <dd>
            <StateTag state={task.state} />{' '}
            {task.kind !== 'ONE_OFF' && <Tag variant="filled">{kindWords[task.kind]}</Tag>}
          </dd>
        </div>
        <div>
          <dt>完成时限</dt>
          <dd>
            <DueDay
              task={task}
              beside={task.dueOn && task.state !== 'CLOSED' ? dueWords(task.dueOn, today) : undefined}
            />
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
        {task.cycle && (
          <div>
            <dt>本周期</dt>
            <dd>
              {repeatWords[task.cycle.repeats]}一次
              <div className="quiet small nowrap">
                {task.cycle.from} 至 {task.cycle.to}
              </div>
            </dd>
          </div>
        )}
        <div>
          <dt>报送频次</dt>
          <dd>
            {cadenceWords[task.cadence ?? task.planCadence]}
            <span className="quiet small">{task.cadence ? '（本任务单独设定）' : '（随计划）'}</span>
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
        {task.cycles.length > 0 && (
          <div className="wide">
            <dt>历次周期</dt>
            <dd className="stack tight">
              {task.cycles.map((cycle) => (
                <PastCycleLine key={cycle.from} cycle={cycle} />
              ))}
            </dd>
          </div>
        )}
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
                  <Reached target={task.targets.find(({ text }) => text === indicator.text)} />
                </div>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

function Reached({ target }: { target: TargetReported | undefined }) {
  if (!target?.reported) return null
  return (
    <span className="row wrap">
      <span className="quiet small">最近报送 {target.reported}</span>
      <Tag color={target.reached ? 'green' : 'gold'} variant="filled">
        {target.reached ? '已达到' : '未达到'}
      </Tag>
    </span>
  )
}

function PastCycleLine({ cycle }: { cycle: PastCycle }) {
  const late = cycle.closedOn && cycle.dueOn && cycle.closedOn > cycle.dueOn
  return (
    <div className="row wrap">
      <span className="nowrap">
        {cycle.from} 至 {cycle.to}
      </span>
      <Tag color={cycle.closedOn ? (late ? 'gold' : 'green') : 'red'} variant="filled">
        {cycle.closedOn ? `${cycle.closedOn} ${late ? '逾期办结' : '办结'}` : `未办结，进度 ${cycle.progress}%`}
      </Tag>
    </div>
  )
}
