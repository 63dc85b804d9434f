import { type Item, isKept, queueOf } from '@/features/plans/queue'
import type { PlanReading } from '@/lib/api/types'

/** What stands between a reading and its adoption, and what could enter the ledger now. */
export type Readiness = {
  /** Kept tasks that are not in the ledger yet. */
  open: number[]
  /** Those of them that nothing stops. */
  ready: number[]
  /** Everything that must be decided first. */
  blockers: Item[]
  /** Those that stop the whole document, not one task. */
  whole: Item[]
}

/** A doubt stops its own task only; one about the document as a whole stops them all. Tasks that are left out stop nothing. */
export function readinessOf(reading: PlanReading, queue: Item[] = queueOf(reading)): Readiness {
  const kept = reading.tasks.filter((task) => isKept(task) && !task.taskId)
  const blockers = queue.filter(({ blocking, settled }) => blocking && !settled)
  const whole = blockers.filter((item) => item.kind === 'finding' && item.finding.taskOrdinal === null)
  const unknown = new Set(reading.units.filter(({ state }) => state !== 'MATCHED').map(({ name }) => name))
  const doubted = new Set(blockers.flatMap((item) => (item.kind === 'unit' ? [] : (item.task ?? []))))
  const ready = kept.filter(
    (task) =>
      whole.length === 0 &&
      !doubted.has(task.ordinal) &&
      task.leads.length > 0 &&
      [...task.leads, ...task.cooperators].every((name) => !unknown.has(name)),
  )
  const ordinals = (tasks: typeof kept) => tasks.map(({ ordinal }) => ordinal)
  return { open: ordinals(kept), ready: ordinals(ready), blockers, whole }
}
