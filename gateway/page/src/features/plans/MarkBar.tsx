import { App, Button } from 'antd'
import { dayIn, type Picked, unitsIn } from '@/features/plans/pickedText'
import type { Review } from '@/features/plans/useReview'
import type { PlanReading } from '@/lib/api/types'

/** What can be made of marked words; stands above them, on a phone at the foot of the screen. */
export function MarkBar(props: {
  reading: PlanReading
  picked: Picked
  place: DOMRect
  review: Review
  onAdd: () => void
  onDone: () => void
}) {
  const { reading, picked, review } = props
  const { message } = App.useApp()
  const task = picked.task ?? reading.tasks.find(({ ordinal }) => ordinal === review.task)
  const year = Number(reading.issuedOn?.slice(0, 4)) || null
  const due = dayIn(picked.text, year)
  const names = unitsIn(picked.text)
  const say = (part: 'leads' | 'cooperators', words: string) => {
    if (!task) return
    review.change([{ do: 'correct', ordinal: task.ordinal, change: { [part]: names } }])
    message.success(`任务 ${task.ordinal} 的${words}：${names.join('、')}`)
    props.onDone()
  }
  const setDue = () => {
    if (!task || !due) return
    review.change([{ do: 'correct', ordinal: task.ordinal, change: { dueOn: due } }])
    message.success(`任务 ${task.ordinal} 的完成时限：${due}`)
    props.onDone()
  }
  const above = props.place.top > 120
  return (
    <div
      className="mark-bar"
      role="toolbar"
      aria-label="所选文字"
      style={{
        left: props.place.left + props.place.width / 2,
        top: above ? props.place.top - 46 : props.place.bottom + 8,
      }}
      // The marked words stay marked while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="small" type="primary" onClick={props.onAdd}>
        新增任务
      </Button>
      {task && names.length > 0 && (
        <>
          <Button size="small" onClick={() => say('leads', '牵头单位')}>
            设为牵头单位
          </Button>
          <Button size="small" onClick={() => say('cooperators', '配合单位')}>
            设为配合单位
          </Button>
        </>
      )}
      {task && (
        <Button size="small" disabled={!due} title={due ?? '所选文字中没有日期'} onClick={setDue}>
          设为完成时限
        </Button>
      )}
      {task && <span className="small quiet nowrap">任务 {task.ordinal}</span>}
    </div>
  )
}
