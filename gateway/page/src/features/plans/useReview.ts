import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Item, nextAfter, queueOf, reopened } from '@/features/plans/queue'
import type { Step } from '@/features/plans/steps'
import type { PlanReading, Span } from '@/lib/api/types'
import {
  type NewReadingTask,
  type ReadingCall,
  type ReadingHead,
  readingCalls,
  useReadingSteps,
} from '@/lib/requests/readings'

/** What is looked at: a doubt with its task, or a task by itself. */
export type Focus = { item?: string; task?: number; lead: 'item' | 'task' }

/** The review of one reading: its queue, what is looked at, and the steps that settle things. */
export function useReview(reading: PlanReading) {
  const { send, settled } = useReadingSteps(reading.id)
  const calls = useMemo(() => readingCalls(reading.id), [reading.id])
  // Decided here, not yet answered by the server: the next doubt need not wait for that.
  const [settling, setSettling] = useState<ReadonlySet<string>>(new Set())
  const [focus, setFocus] = useState<Focus>({ lead: 'item' })
  const [jump, setJump] = useState(1)

  const queue = useMemo(
    () => queueOf(reading).map((item) => (settling.has(item.id) ? { ...item, settled: true, blocking: false } : item)),
    [reading, settling],
  )
  const current = queue.find(({ id }) => id === focus.item) ?? queue.find(({ settled }) => !settled)
  const task = focus.lead === 'task' ? focus.task : (current?.task ?? focus.task)
  const range: Span | null =
    focus.lead === 'item' && current?.span
      ? current.span
      : (reading.tasks.find(({ ordinal }) => ordinal === task)?.source ?? null)

  // A doubt also comes to the front by itself, when the one before has gone.
  const shown = useRef(current?.id)
  useEffect(() => {
    if (shown.current === current?.id) return
    shown.current = current?.id
    setJump((count) => count + 1)
  }, [current?.id])

  const go = useCallback((item: Item | undefined) => {
    if (!item) return
    shown.current = item.id
    setFocus({ item: item.id, task: item.task ?? undefined, lead: 'item' })
    setJump((count) => count + 1)
  }, [])
  const goTask = useCallback((ordinal: number) => {
    setFocus((before) => ({ ...before, task: ordinal, lead: 'task' }))
    setJump((count) => count + 1)
  }, [])

  const callOf = (step: Step): ReadingCall =>
    step.do === 'correct' ? calls.correct(step.ordinal, step.change) : calls.decide(step.finding, step.state)
  const run = async (steps: ReadingCall[]) => {
    for (const call of steps) if (!(await send(call))) return false
    return true
  }

  /** Settles a doubt: the next one is shown at once; a refusal brings this one back. */
  const settle = async (item: Item, steps: ReadingCall[]) => {
    setSettling((before) => new Set(before).add(item.id))
    go(nextAfter(queue, item.id))
    const taken = await run(steps)
    setSettling((before) => new Set([...before].filter((id) => id !== item.id)))
    if (!taken) go(item)
    return taken
  }

  const undo = async () => {
    const before = reading
    const after = await send(calls.undo())
    if (after) go(reopened(before, after))
    return after !== null
  }

  return {
    queue,
    current,
    focus,
    task,
    range,
    jump,
    go,
    goTask,
    undo,
    settled,
    settle: (item: Item, steps: Step[]) => settle(item, steps.map(callOf)),
    match: (item: Item, name: string, unitId: string) => settle(item, [calls.match(name, unitId)]),
    /** Changes tasks without settling a doubt. */
    change: (steps: Step[]) => run(steps.map(callOf)),
    head: (change: ReadingHead) => run([calls.head(change)]),
    matchName: (name: string, unitId: string) => run([calls.match(name, unitId)]),
    split: (ordinal: number, cut: number) => run([calls.split(ordinal, cut)]),
    merge: (ordinal: number) => run([calls.merge([ordinal, ordinal + 1])]),
    add: (words: NewReadingTask) => run([calls.add(words)]),
  }
}
export type Review = ReturnType<typeof useReview>
