import { Tag } from 'antd'
import { Blank } from '@/components/Blank'
import { kindOf, saysOf } from '@/features/plans/itemWords'
import { type Item, progressOf } from '@/features/plans/queue'

/** The whole queue at a glance: what must be decided, remarks, what is settled. */
export function QueueList(props: {
  queue: Item[]
  current: string | undefined
  editable: boolean
  onPick: (item: Item) => void
  onReopen: (item: Item) => void
}) {
  const { blocking, remarks, settled } = progressOf(props.queue)
  if (props.queue.length === 0) return <Blank title="没有需要核对的疑点" />
  const group = (title: string, items: Item[]) =>
    items.length > 0 && (
      <section>
        <h3 className="group">{title}</h3>
        <ul className="doubts">
          {items.map((item) => (
            <li key={item.id} className={item.id === props.current ? 'on' : undefined}>
              <button type="button" className="plain" id={`item-${item.id}`} onClick={() => props.onPick(item)}>
                <span className="row wrap" style={{ gap: 6 }}>
                  <Tag variant="filled" color={item.settled ? undefined : item.blocking ? 'error' : 'warning'}>
                    {kindOf(item)}
                  </Tag>
                  {item.task !== null && <span className="quiet small">任务 {item.task}</span>}
                  {item.kind === 'finding' && item.settled && (
                    <span className="quiet small">{item.finding.state === 'DISMISSED' ? '已忽略' : '已核对'}</span>
                  )}
                </span>
                <span className="words">{saysOf(item)}</span>
              </button>
              {props.editable && item.settled && item.kind === 'finding' && (
                <button type="button" className="plain link small" onClick={() => props.onReopen(item)}>
                  重新打开
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <>
      {group(
        `须处理 ${blocking} 处`,
        props.queue.filter((item) => item.blocking && !item.settled),
      )}
      {group(
        `提示 ${remarks} 处，不影响纳入`,
        props.queue.filter((item) => !item.blocking && !item.settled),
      )}
      {group(
        `已处理 ${settled} 处`,
        props.queue.filter((item) => item.settled),
      )}
    </>
  )
}
