import { Button, Tag } from 'antd'
import { useEffect } from 'react'
import { Blank } from '@/components/Blank'
import { scrollWithin } from '@/components/scroll'
import type { Finding, PlanReading } from '@/lib/api/types'
import { findingWords } from '@/lib/words'

type Acts = {
  onPick: (finding: Finding) => void
  onEdit: (finding: Finding) => void
  onDecide: (finding: Finding, state: Finding['state']) => void
  onDropWildcards: (finding: Finding) => void
}

/** Those that stop the adoption first, then the open ones, then what is settled. */
export function queueOf(findings: Finding[]): Finding[] {
  const rank = (finding: Finding) => (finding.state !== 'OPEN' ? 2 : finding.needsPerson ? 0 : 1)
  return [...findings].sort((a, b) => rank(a) - rank(b) || (a.taskOrdinal ?? 0) - (b.taskOrdinal ?? 0))
}

export const needsEditor = (finding: Finding) =>
  finding.taskOrdinal !== null && (finding.code === 'WILDCARD_UNIT' || finding.code === 'NO_UNIT')

export function FindingsPanel(props: { reading: PlanReading; current: string | undefined; editable: boolean } & Acts) {
  const queue = queueOf(props.reading.findings)
  useEffect(() => {
    if (props.current) scrollWithin(document.getElementById(`finding-${props.current}`))
  }, [props.current])
  if (queue.length === 0) return <Blank title="没有需要核对的疑点" />
  return (
    <div>
      {props.editable && (
        <div
          className="row wrap small quiet"
          style={{ padding: '9px 16px', borderBottom: '1px solid #e9edf2', gap: '4px 16px' }}
        >
          <span>
            <kbd>J</kbd> <kbd>K</kbd> 上下条
          </span>
          <span>
            <kbd>回车</kbd> 处理
          </span>
          <span>
            <kbd>X</kbd> 忽略
          </span>
        </div>
      )}
      {queue.map((finding) => {
        const open = finding.state === 'OPEN'
        return (
          <div
            key={finding.id}
            id={`finding-${finding.id}`}
            className={`finding-row${finding.id === props.current ? ' on' : ''}${open ? '' : ' settled'}`}
            onClick={() => props.onPick(finding)}
          >
            <div className="grow">
              <div className="row wrap" style={{ gap: 6 }}>
                <Tag variant="filled" color={!open ? undefined : finding.needsPerson ? 'error' : 'warning'}>
                  {findingWords[finding.code] ?? '疑点'}
                </Tag>
                {finding.taskOrdinal !== null && <span className="quiet small">任务 {finding.taskOrdinal}</span>}
                {open && finding.needsPerson && (
                  <span className="small" style={{ color: '#b0332b' }}>
                    须处理后才能采纳
                  </span>
                )}
                {!open && <span className="quiet small">{finding.state === 'RESOLVED' ? '已处理' : '已忽略'}</span>}
              </div>
              <button type="button" className="plain" style={{ marginTop: 4 }}>
                {finding.text}
              </button>
            </div>
            {props.editable && (
              <div
                className="row wrap"
                style={{ flex: 'none', justifyContent: 'flex-end', maxWidth: 210 }}
                onClick={(event) => event.stopPropagation()}
              >
                {!open ? (
                  <Button size="small" type="text" onClick={() => props.onDecide(finding, 'OPEN')}>
                    重新打开
                  </Button>
                ) : needsEditor(finding) ? (
                  <>
                    <Button size="small" type="primary" ghost onClick={() => props.onEdit(finding)}>
                      指定单位
                    </Button>
                    {finding.code === 'WILDCARD_UNIT' && (
                      <Button size="small" onClick={() => props.onDropWildcards(finding)}>
                        不追加单位
                      </Button>
                    )}
                  </>
                ) : (
                  <>
                    <Button size="small" onClick={() => props.onDecide(finding, 'RESOLVED')}>
                      已核对
                    </Button>
                    <Button size="small" type="text" onClick={() => props.onDecide(finding, 'DISMISSED')}>
                      忽略
                    </Button>
                  </>
                )}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}
