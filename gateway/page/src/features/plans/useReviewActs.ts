import { App } from 'antd'
import type { Readiness } from '@/features/plans/blockers'
import { chosenStep, type Option } from '@/features/plans/options'
import { type Item, stepFrom } from '@/features/plans/queue'
import type { Dialog } from '@/features/plans/ReviewView'
import type { Command } from '@/features/plans/reviewKeys'
import type { Review } from '@/features/plans/useReview'
import type { PlanReading, UnitRef } from '@/lib/api/types'
import { useRegisterUnits } from '@/lib/requests/directory'

type Wish = { id: string } | { name: string } | null

/** What keys and buttons do; one place, so that both do the same. */
export function useReviewActs(props: {
  reading: PlanReading
  review: Review
  options: Option[]
  readiness: Readiness
  caret: number | undefined
  onDialog: (dialog: Dialog) => void
  onChoosing: (item: string | null) => void
  onRegistered: (names: string[]) => void
  onSwitch: () => void
}) {
  const { reading, review } = props
  const { message } = App.useApp()
  const registration = useRegisterUnits()
  const { current } = review
  const task = reading.tasks.find(({ ordinal }) => ordinal === review.task)
  const editableTask = task && !task.taskId ? task : undefined

  const register = (names: string[], county: Wish) =>
    registration.mutate({ county, names }, { onSuccess: () => props.onRegistered(names) })
  const ownCounty = (): Wish => {
    const id = reading.countyId ?? reading.suggestedCounty?.id
    return id ? { id } : reading.suggestedCounty ? { name: reading.suggestedCounty.name } : null
  }

  const take = (option: Option) => {
    if (!current || current.settled) return
    switch (option.act) {
      case 'steps':
        props.onChoosing(null)
        review.settle(current, option.steps)
        break
      case 'match':
        props.onChoosing(null)
        review.match(current, option.name, option.unitId)
        break
      case 'register':
        // The card holds which names and which county: its own button does it.
        if (current.kind === 'register') document.getElementById('register-all')?.click()
        else register(option.names, ownCounty())
        break
      case 'choose':
        props.onChoosing(current.id)
        break
      case 'edit':
        if (current.task !== null) props.onDialog({ kind: 'edit', ordinal: current.task, item: current.id })
        break
    }
  }
  const optionAt = (index: number) => {
    const option = props.options[index]
    if (option) take(option)
  }
  const accept = () => {
    const suggested = props.options.find(({ suggested }) => suggested)
    if (suggested) take(suggested)
    else if (props.options.length > 0) props.onChoosing(current?.id ?? null)
  }
  const dismiss = () => {
    if (!current || current.settled || current.kind !== 'finding') return
    if (current.blocking) message.info('这一处须处理后才能纳入，不能忽略')
    else review.settle(current, [{ do: 'decide', finding: current.finding.id, state: 'DISMISSED' }])
  }
  const chosen = (item: Item, units: UnitRef[]) => {
    props.onChoosing(null)
    if (item.kind === 'unit') {
      if (units[0]) review.match(item, item.unit.name, units[0].id)
      return
    }
    const step = chosenStep(
      item,
      reading.tasks.find(({ ordinal }) => ordinal === item.task),
      units,
    )
    if (step) review.settle(item, [step])
  }
  const skip = (ordinal: number) => {
    const one = reading.tasks.find((known) => known.ordinal === ordinal)
    if (!one || one.taskId) return
    const decision = one.decision === 'SKIP' ? 'KEEP' : 'SKIP'
    review.change([{ do: 'correct', ordinal, change: { decision } }])
  }
  const merge = (ordinal: number) => {
    if (ordinal >= reading.tasks.length) return
    review.merge(ordinal).then((taken) => taken && message.success(`任务 ${ordinal} 已与下一项合并，按 U 可撤销`))
  }
  const split = (ordinal: number) => props.onDialog({ kind: 'split', ordinal, at: caretIn(ordinal) })
  // The caret stands in the document, the cut in the task's own text, which has fewer line breaks: their words are compared.
  const caretIn = (ordinal: number) => {
    const one = reading.tasks.find((known) => known.ordinal === ordinal)
    if (!one?.source || props.caret === undefined || props.caret < one.source.start || props.caret > one.source.end)
      return undefined
    const next = reading.text.slice(props.caret, one.source.end).replace(/\s+/g, '').slice(0, 8)
    const at = one.text.indexOf(next)
    return next && at >= 0 ? at : undefined
  }

  const undo = async () => {
    const { undoable } = reading
    if (!undoable) message.info('没有可以撤销的步骤')
    else if (await review.undo()) message.success(`已撤销：${undoable}`)
  }

  const command = (name: Command) => {
    switch (name) {
      case 'next':
        return review.go(stepFrom(review.queue, current?.id, 1))
      case 'previous':
        return review.go(stepFrom(review.queue, current?.id, -1))
      case 'accept':
        return accept()
      case 'choose':
        return props.options.some(({ act }) => act === 'choose') && props.onChoosing(current?.id ?? null)
      case 'dismiss':
        return dismiss()
      case 'nextTask':
      case 'previousTask': {
        const at = reading.tasks.findIndex(({ ordinal }) => ordinal === review.task) + (name === 'nextTask' ? 1 : -1)
        const to = reading.tasks[Math.max(0, Math.min(reading.tasks.length - 1, at))]
        return to && review.goTask(to.ordinal)
      }
      case 'edit':
        return (
          editableTask &&
          props.onDialog({
            kind: 'edit',
            ordinal: editableTask.ordinal,
            item: review.focus.lead === 'item' ? current?.id : undefined,
          })
        )
      case 'split':
        return editableTask && split(editableTask.ordinal)
      case 'merge':
        return editableTask && merge(editableTask.ordinal)
      case 'skip':
        return editableTask && skip(editableTask.ordinal)
      case 'add':
        return props.onDialog({ kind: 'add', after: review.task ?? reading.tasks.length })
      case 'undo':
        return undo()
      case 'adopt':
        return props.readiness.ready.length > 0
          ? props.onDialog({ kind: 'adopt' })
          : message.info('还没有可以纳入的任务')
      case 'switch':
        return props.onSwitch()
      case 'help':
        return props.onDialog({ kind: 'help' })
    }
  }
  const edit = (ordinal: number) => props.onDialog({ kind: 'edit', ordinal })
  const add = (after: number) => props.onDialog({ kind: 'add', after })
  return {
    command,
    take,
    optionAt,
    dismiss,
    chosen,
    register,
    skip,
    merge,
    split,
    edit,
    add,
    registering: registration.isPending,
  }
}
export type ReviewActs = ReturnType<typeof useReviewActs>
