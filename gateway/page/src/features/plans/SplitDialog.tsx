import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { middleCut, sentencesOf } from '@/features/plans/sentences'
import type { ReadingTask } from '@/lib/api/types'

/** Where a task is cut in two: by sentence, at the caret's sentence first where the caret stands in the task. */
export function SplitDialog(props: {
  task: ReadingTask
  at: number | undefined
  onClose: () => void
  onSplit: (cut: number) => void
}) {
  const { task } = props
  const sentences = sentencesOf(task.text)
  const caret =
    props.at === undefined ? undefined : sentences.findLast(({ start }) => start > 0 && start <= props.at!)?.start
  const [cut, setCut] = useState(caret ?? middleCut(task))
  return (
    <Modal
      open
      title={`拆分任务 ${task.ordinal}`}
      okText="拆分"
      okButtonProps={{ disabled: cut === undefined, autoFocus: cut === undefined }}
      onCancel={props.onClose}
      onOk={() => cut !== undefined && props.onSplit(cut)}
      width={680}
    >
      {cut === undefined ? (
        <p className="quiet">这项任务只有半句话，不能拆分。</p>
      ) : (
        <>
          <p className="quiet small" style={{ marginBottom: 10 }}>
            选定从哪里起成为新的任务。责任单位、时限和指标按所在位置归入前后两项，拆分后可再更正。
          </p>
          <div onKeyDown={(event) => event.key === 'Enter' && props.onSplit(cut)}>
            <Radio.Group className="cuts" value={cut} onChange={({ target }) => setCut(target.value)}>
              {sentences.map(({ start, text }) => (
                <div key={start} className={start < cut ? 'first' : 'second'}>
                  {start === 0 ? (
                    <span className="words">{text.trim()}</span>
                  ) : (
                    <Radio value={start} autoFocus={start === cut}>
                      <span className="words">{text.trim()}</span>
                      {start === cut && <span className="small here">自此起为新任务</span>}
                    </Radio>
                  )}
                </div>
              ))}
            </Radio.Group>
          </div>
        </>
      )}
    </Modal>
  )
}
