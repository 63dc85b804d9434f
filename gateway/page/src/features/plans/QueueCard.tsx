import { CheckCircleFilled, DownOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Dropdown, Spin, Tag } from 'antd'
import { useEffect, useRef } from 'react'
import { kindOf, quoteOf, saysOf } from '@/features/plans/itemWords'
import { Key } from '@/features/plans/Key'
import type { Option } from '@/features/plans/options'
import type { Item } from '@/features/plans/queue'
import { RegisterCard } from '@/features/plans/RegisterCard'
import { UnitChooser } from '@/features/plans/UnitChooser'
import type { PlanReading, UnitRef } from '@/lib/api/types'

type Props = {
  reading: PlanReading
  queue: Item[]
  item: Item | undefined
  options: Option[]
  /** Whether units that were just registered are still on their way. */
  waiting: boolean
  choosing: boolean
  jump: number
  /** Absent while nothing can be adopted. */
  onAdopt: (() => void) | undefined
  onStep: (by: 1 | -1) => void
  onOption: (option: Option) => void
  onDismiss: () => void
  onChosen: (units: UnitRef[]) => void
  onChoosing: (open: boolean) => void
  onRegister: (names: string[], county: { id: string } | { name: string } | null) => void
}

/** The doubt that is worked on: what it is, and the ways to settle it, each with its key. */
export function QueueCard(props: Props) {
  const { item, queue } = props
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const active = document.activeElement
    // After a click the focus would stay on a button that now belongs to the next doubt.
    if (props.jump > 0 && (!active || active === document.body || card.current?.contains(active))) card.current?.focus()
  }, [props.jump])
  const chosen = useRef(props.choosing)
  useEffect(() => {
    if (chosen.current && !props.choosing) card.current?.focus()
    chosen.current = props.choosing
  }, [props.choosing])
  const open = queue.filter(({ settled }) => !settled)
  if (!item || open.length === 0)
    return (
      <section ref={card} className="doubt done ways" tabIndex={-1} aria-label="待核疑点" aria-live="polite">
        <CheckCircleFilled style={{ color: '#2f8f5b', fontSize: 18 }} />
        <span>
          <b>{queue.length > 0 ? '疑点已全部核完' : '没有需要核对的疑点'}</b>
          {props.onAdopt && <span className="quiet">，可以纳入台账</span>}
        </span>
        {props.onAdopt && (
          <Button type="primary" onClick={props.onAdopt} aria-keyshortcuts="a">
            纳入台账
            <Key name="A" />
          </Button>
        )}
      </section>
    )
  const at = open.findIndex(({ id }) => id === item.id)
  const quote = quoteOf(props.reading, item)
  const pending = props.waiting && item.kind === 'unit' && item.unit.candidates.length === 0
  return (
    <section ref={card} className="doubt" tabIndex={-1} aria-label="待核疑点">
      <div className="row wrap" style={{ gap: '4px 8px' }}>
        <Tag variant="filled" color={item.settled ? undefined : item.blocking ? 'error' : 'warning'}>
          {kindOf(item)}
        </Tag>
        {item.task !== null && <span className="small">任务 {item.task}</span>}
        <span className="small quiet">
          {item.settled ? '已处理' : item.blocking ? '须处理后才能纳入' : '提示，不影响纳入'}
        </span>
        <span className="row" style={{ marginLeft: 'auto', gap: 2 }}>
          <span className="small quiet" aria-hidden="true">
            {at < 0 ? '' : `${at + 1} / ${open.length}`}
          </span>
          <Button
            type="text"
            size="small"
            aria-label="上一处"
            icon={<LeftOutlined />}
            onClick={() => props.onStep(-1)}
          />
          <Button
            type="text"
            size="small"
            aria-label="下一处"
            icon={<RightOutlined />}
            onClick={() => props.onStep(1)}
          />
        </span>
      </div>
      <p className="says" aria-live="polite">
        {saysOf(item)}
      </p>
      {quote && (
        <p className="quoted small">
          …{quote.before}
          <b>{quote.words}</b>
          {quote.after}…
        </p>
      )}
      {pending ? (
        <p className="row quiet small">
          <Spin size="small" /> 单位登记中，稍候给出对应建议
        </p>
      ) : item.kind === 'register' ? (
        <RegisterCard
          key={item.names.join()}
          reading={props.reading}
          names={item.names}
          waiting={props.waiting}
          onRegister={props.onRegister}
        />
      ) : props.choosing ? (
        <UnitChooser
          key={item.id}
          several={item.kind !== 'unit'}
          onCancel={() => props.onChoosing(false)}
          onChosen={props.onChosen}
        />
      ) : (
        <Options item={item} options={props.options} onOption={props.onOption} onDismiss={props.onDismiss} />
      )}
    </section>
  )
}

function Options({
  item,
  options,
  onOption,
  onDismiss,
}: Pick<Props, 'options' | 'onOption' | 'onDismiss'> & { item: Item }) {
  const explained = options.filter(({ why }) => why)
  const shown = options.slice(0, 4)
  const more = options.slice(4)
  return (
    <>
      {explained.length > 0 && (
        <ol className="whys small">
          {explained.map((option) => (
            <li key={option.label}>
              <b>{option.label}</b>
              <span className="quiet">　{option.why}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="row wrap ways">
        {shown.map((option, index) => (
          <Button
            key={option.label}
            type={option.suggested ? 'primary' : 'default'}
            onClick={() => onOption(option)}
            aria-keyshortcuts={option.suggested ? 'Enter' : String(index + 1)}
          >
            {option.label}
            <Key name={option.suggested ? '回车' : index + 1} />
          </Button>
        ))}
        {more.length > 0 && (
          <Dropdown
            menu={{
              items: more.map((option, index) => ({ key: String(index), label: option.label })),
              onClick: ({ key }) => onOption(more[Number(key)]!),
            }}
          >
            <Button icon={<DownOutlined />} aria-label="其他处理" />
          </Dropdown>
        )}
        {item.kind === 'finding' && !item.blocking && !item.settled && (
          <Button type="text" onClick={onDismiss}>
            忽略
            <Key name="D" />
          </Button>
        )}
      </div>
    </>
  )
}
