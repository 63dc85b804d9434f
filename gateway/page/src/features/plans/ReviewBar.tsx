import { CheckCircleFilled, UndoOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popover, Progress } from 'antd'
import { useState } from 'react'
import type { Readiness } from '@/features/plans/blockers'
import { DiscardReading } from '@/features/plans/DiscardReading'
import { kindOf, saysOf } from '@/features/plans/itemWords'
import { Key } from '@/features/plans/Key'
import { type Item, progressOf } from '@/features/plans/queue'
import { versionCounts } from '@/features/plans/versions'
import type { PlanReading } from '@/lib/api/types'

/** How far the review is, and the way into the ledger: all of it, or what nothing stops. */
export function ReviewBar(props: {
  reading: PlanReading
  queue: Item[]
  readiness: Readiness
  editable: boolean
  onGo: (item: Item) => void
  onUndo: () => void
  onHelp: () => void
  onAdopt: () => void
}) {
  const { reading, readiness } = props
  if (reading.state !== 'OPEN')
    return (
      <div className="review-bar">
        <span className="grow">{reading.state === 'ADOPTED' ? '本文件已采纳，内容不再更改。' : '本文件未采纳。'}</span>
        {reading.planId && (
          <Link to="/ledger" search={{ plan: reading.planId }}>
            查看台账
          </Link>
        )}
      </div>
    )
  const { blocking, remarks, settled } = progressOf(props.queue)
  const total = blocking + remarks + settled
  const adopted = reading.tasks.filter(({ taskId }) => taskId).length
  const { open, ready } = readiness
  const waiting =
    reading.tasks.length === 0
      ? '请确认是否为工作计划类文件；也可在原文中选中文字，新增任务'
      : (versionCounts(reading) ?? `${open.length} 项任务待采纳`)
  return (
    <div className="review-bar">
      <Progress
        type="circle"
        size={34}
        strokeWidth={12}
        percent={reading.tasks.length === 0 ? 0 : total === 0 ? 100 : Math.round((settled / total) * 100)}
        showInfo={false}
        aria-label={`疑点已核 ${settled} 处，共 ${total} 处`}
      />
      <div className="grow" role="status">
        <b className="state">
          {blocking > 0 ? (
            `还有${blocking}处待核`
          ) : open.length > 0 ? (
            <>
              <CheckCircleFilled style={{ color: '#2f8f5b' }} /> 没有须处理的疑点
            </>
          ) : reading.tasks.length > 0 ? (
            '没有待纳入的任务'
          ) : (
            '没有识别出任务'
          )}
        </b>
        <div className="small quiet">
          {[waiting, adopted > 0 && `已纳入 ${adopted} 项`, remarks > 0 && `提示 ${remarks} 处`]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {props.editable && (
        <div className="row wrap acts">
          <Button
            type="text"
            icon={<UndoOutlined />}
            disabled={!reading.undoable}
            onClick={props.onUndo}
            title={reading.undoable ? `撤销：${reading.undoable}` : '还没有可以撤销的步骤'}
          >
            撤销
          </Button>
          <Button type="text" className="wide-only" onClick={props.onHelp}>
            快捷键
            <Key name="?" />
          </Button>
          {reading.tasks.length === 0 && <DiscardReading of={reading} />}
          {blocking > 0 && <Blockers {...props} />}
          {ready.length > 0 && ready.length < open.length ? (
            <Button type="primary" ghost onClick={props.onAdopt}>
              先纳入无疑点的{ready.length}项
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={ready.length === 0}
              title={ready.length > 0 ? undefined : open.length > 0 ? '待核各处处理后方可采纳' : '没有待纳入的任务'}
              onClick={props.onAdopt}
            >
              {reading.previous ? '采纳新版本' : '采纳并交办'}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Blockers({ readiness, onGo }: { readiness: Readiness; onGo: (item: Item) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title="以下各处核定后方可全部纳入"
      content={
        <ul className="blocker-list">
          {readiness.blockers.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="plain link"
                onClick={() => {
                  setOpen(false)
                  onGo(item)
                }}
              >
                {item.task !== null && `任务 ${item.task} · `}
                {kindOf(item)}：{saysOf(item)}
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <Button type="text">哪些待核</Button>
    </Popover>
  )
}
