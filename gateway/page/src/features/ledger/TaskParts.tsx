import { Table, Tag } from 'antd'
import { Bar } from '@/components/Bar'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useNarrow } from '@/components/useNarrow'
import type { Task, TaskPart } from '@/lib/api/types'
import { moment } from '@/lib/time'
import { partStateTones, partStateWords, partWords } from '@/lib/words'

/** Who has which part, how far each has come, and who had one before. */
export function TaskParts({ task, mine }: { task: Task; mine?: string }) {
  const narrow = useNarrow()
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
                <span className="row">
                  <PartTag part={part} />
                  <PartStateTag task={task} part={part} />
                </span>
              </div>
              <div className="m">
                <Signed part={part} />
              </div>
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
            { title: '职责', width: 72, render: (_, part) => <PartTag part={part} /> },
            { title: '状态', width: 108, render: (_, part) => <PartStateTag task={task} part={part} /> },
            { title: '签收', render: (_, part) => <Signed part={part} /> },
            {
              title: '进度',
              width: 140,
              render: (_, part) =>
                part.part === 'LEAD' ? <Bar value={part.progress} /> : <span className="quiet">—</span>,
            },
          ]}
        />
      )}
      {task.released.length > 0 && (
        <p className="quiet small" style={{ padding: '8px 16px' }}>
          已解除分工：
          {task.released.map((part, index) => (
            <span key={`${part.unit.id} ${part.releasedOn}`}>
              {index > 0 && '、'}
              <UnitName unit={part.unit} />（{partWords[part.part]}，{part.releasedOn}）
            </span>
          ))}
        </p>
      )}
    </Panel>
  )
}

function PartTag({ part }: { part: TaskPart }) {
  return (
    <Tag color={part.part === 'LEAD' ? 'blue' : undefined} variant="filled">
      {partWords[part.part]}
    </Tag>
  )
}

function PartStateTag({ task, part }: { task: Task; part: TaskPart }) {
  const done = task.state === 'CLOSED'
  const day = done ? null : (part.completedOn ?? part.returnedOn)
  return (
    <span>
      <Tag color={done ? 'green' : partStateTones[part.state]} variant="filled" style={{ marginInlineEnd: 0 }}>
        {done ? '已销号' : part.returnedOn ? '退回重办' : partStateWords[part.state]}
      </Tag>
      {day && <div className="quiet small nowrap">{day}</div>}
    </span>
  )
}

function Signed({ part }: { part: TaskPart }) {
  return part.acknowledgedAt ? (
    <span>
      {moment(part.acknowledgedAt)}
      {part.acknowledgedBy && <span className="quiet"> {part.acknowledgedBy}</span>}
    </span>
  ) : (
    <span className="quiet">未签收{part.acknowledgeBy && `，应于 ${part.acknowledgeBy} 前签收`}</span>
  )
}
