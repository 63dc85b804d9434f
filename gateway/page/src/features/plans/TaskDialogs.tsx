import { type Picked, titleOf, unitsIn } from '@/features/plans/pickedText'
import { SplitDialog } from '@/features/plans/SplitDialog'
import type { Step } from '@/features/plans/steps'
import { correctionOf, type Editable, TaskEditor, type Words } from '@/features/plans/TaskEditor'
import type { Review } from '@/features/plans/useReview'
import type { PlanReading } from '@/lib/api/types'
import { plainIndicators } from '@/lib/requests/readings'

export type TaskDialog =
  | { kind: 'edit'; ordinal: number; item?: string }
  | { kind: 'add'; after: number; picked?: Picked }
  | { kind: 'split'; ordinal: number; at: number | undefined }

/** Corrects a task, adds one, cuts one in two. */
export function TaskDialogs(props: {
  reading: PlanReading
  review: Review
  dialog: { kind: string } | TaskDialog | null
  onClose: () => void
}) {
  const { reading, review, onClose } = props
  const dialog = props.dialog as TaskDialog | null
  const task =
    dialog && 'ordinal' in dialog ? reading.tasks.find(({ ordinal }) => ordinal === dialog.ordinal) : undefined
  if (dialog?.kind === 'split' && task)
    return (
      <SplitDialog
        task={task}
        at={dialog.at}
        onClose={onClose}
        onSplit={(cut) => {
          onClose()
          review.split(task.ordinal, cut)
        }}
      />
    )
  if (dialog?.kind === 'add')
    return (
      <TaskEditor
        reading={reading}
        task={begun(dialog.picked)}
        title={dialog.after > 0 ? `在任务 ${dialog.after} 之后新增任务` : '新增任务'}
        action="新增"
        resolves={false}
        onClose={onClose}
        onSave={(words) => {
          onClose()
          review.add({
            after: dialog.after,
            title: words.title.trim(),
            text: words.text.trim() || words.title.trim(),
            leads: words.leads,
            cooperators: words.cooperators,
            dueOn: words.dueOn?.format('YYYY-MM-DD') ?? null,
            indicators: plainIndicators(words.indicators),
            ...(dialog.picked ? { source: { start: dialog.picked.start, end: dialog.picked.end } } : {}),
          })
        }}
      />
    )
  if (dialog?.kind === 'edit' && task)
    return (
      <TaskEditor
        reading={reading}
        task={task}
        title={`更正任务 ${task.ordinal}`}
        action="保存更正"
        resolves
        onClose={onClose}
        onSave={(words) => {
          onClose()
          save(review, task.ordinal, task, words, dialog.item)
        }}
      />
    )
  return null
}

/** A correction made from a doubt settles that doubt; wildcards and missing units are settled by the service. */
function save(review: Review, ordinal: number, task: Editable, words: Words, from: string | undefined) {
  const change = correctionOf(task, words)
  const steps: Step[] = Object.keys(change).length > 0 ? [{ do: 'correct', ordinal, change }] : []
  const item = review.queue.find(({ id }) => id === from)
  const remark = item?.kind === 'finding' && !['WILDCARD_UNIT', 'NO_UNIT'].includes(item.finding.code)
  if (steps.length === 0) return
  if (remark) review.settle(item, [...steps, { do: 'decide', finding: item.id, state: 'RESOLVED' }])
  else review.change(steps)
}

function begun(picked: Picked | undefined): Editable {
  const empty = { leads: [], cooperators: [], wildcards: [], dueOn: null, indicators: [] }
  if (!picked) return { title: '', text: '', ...empty }
  const units = /[〔（([【]\s*(?:责任|牵头)(?:单位|部门)[:：]([^〕）)\]】]+)/.exec(picked.text)
  return {
    ...empty,
    title: titleOf(picked.text),
    text: picked.text.replace(/\s*\n\s*/g, ''),
    leads: units ? unitsIn(units[1]!.split(/[；;]/)[0]!) : [],
  }
}
