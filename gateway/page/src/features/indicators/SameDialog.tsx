import { Button, Modal } from 'antd'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import type { SameIndicators } from '@/lib/api/types'
import { useJoinIndicators, usePartIndicators, useSameIndicators } from '@/lib/requests/indicators'

/** Pairs that look the same, one after the other: a person says whether they are. */
export function SameDialog({ onClose }: { onClose: () => void }) {
  const same = useSameIndicators(true)
  return (
    <Modal open title="疑似同一指标" footer={null} onCancel={onClose} width={760}>
      <Loading query={same}>
        {({ items }) =>
          items.length === 0 ? (
            <Blank title="没有需要确认的" note="口径和目标相同的指标会列在这里" />
          ) : (
            <div className="stack">
              {items.map((pair) => (
                <Same key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
              ))}
            </div>
          )
        }
      </Loading>
    </Modal>
  )
}

function Same({ pair: { one, other, likeness } }: { pair: SameIndicators }) {
  const join = useJoinIndicators()
  const part = usePartIndicators()
  const side = (said: SameIndicators['one']) => (
    <div className="quote" style={{ flex: 1, minWidth: 220 }}>
      <h3>{said.name}</h3>
      <p>目标{said.target}</p>
      <p className="quiet small">{said.plans.join('、') || '自行设定'}</p>
    </div>
  )
  return (
    <section className="panel">
      <div className="body">
        <div className="row wrap top" style={{ gap: 16 }}>
          {side(one)}
          {side(other)}
        </div>
        <div className="row wrap between" style={{ marginTop: 10 }}>
          <span className="quiet small">名称相似 {Math.round(likeness * 100)}%，目标相同</span>
          <span className="row">
            <Button loading={part.isPending} onClick={() => part.mutate({ id: one.id, otherId: other.id })}>
              不是同一指标
            </Button>
            <Button
              type="primary"
              loading={join.isPending}
              onClick={() => join.mutate({ id: one.id, version: one.version, otherId: other.id })}
            >
              合并为一项
            </Button>
          </span>
        </div>
      </div>
    </section>
  )
}
