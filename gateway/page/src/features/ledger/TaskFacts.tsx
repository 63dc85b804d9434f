import { Progress, Tag } from 'antd'
import { LightTag } from '@/components/LightTag'
import { Panel } from '@/components/Panel'
import { DueDay, StateTag } from '@/features/ledger/columns'
import type { Task } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { dueWords } from '@/lib/time'
import { indicatorWords } from '@/lib/words'

export function TaskFacts({ task }: { task: Task }) {
  const today = useToday()
  return (
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
            {task.originalDueOn && task.originalDueOn !== task.dueOn && (
              <div className="quiet small">原定 {task.originalDueOn}</div>
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
  )
}
