import { taskAt } from '@/features/plans/pickedText'
import type { Finding, PlanReading, ReadingTask, ReadingUnit, Span } from '@/lib/api/types'

/** One thing to decide. `blocking`: its task (or the whole document) cannot be adopted before. */
export type Item = {
  id: string
  blocking: boolean
  settled: boolean
  task: number | null
  span: Span | null
} & (
  | { kind: 'register'; names: string[] }
  | { kind: 'unit'; unit: ReadingUnit }
  | { kind: 'leads'; about: ReadingTask }
  | { kind: 'finding'; finding: Finding }
)

export const isKept = (task: ReadingTask) => task.decision !== 'SKIP'
const isIn = (task: ReadingTask) => Boolean(task.taskId)

/**
 * Names that are likely another spelling of a unit: one by one they are matched, not registered. A unit that merely looks like
 * it, or is of another level, does not count: a new county's offices all look like the city's.
 */
export function isLikelyAlias(reading: PlanReading, name: string): boolean {
  return (
    reading.findings.some(({ code, text }) => code === 'ALIAS' && text === name) ||
    reading.units.some(
      (unit) =>
        unit.name === name &&
        unit.suggestions.some(({ unit: known }) => isShortFor(name, known.shortName) || isShortFor(name, known.name)),
    )
  )
}

/** Whether one name is the other with characters left out, whatever kind of office it ends in: 县卫健委, 县卫生健康局. */
export function isShortFor(one: string, other: string): boolean {
  const [short, long] = [one, other].map((name) => name.replace(/[局委办部]$/, '')).sort((a, b) => a.length - b.length)
  if (short!.length < 3 || short![0] !== long![0]) return false
  let at = 0
  for (const letter of long!) if (letter === short![at]) at++
  return at === short!.length
}

const naming = (task: ReadingTask, name: string) => task.leads.includes(name) || task.cooperators.includes(name)

/** Where a name stands first: inside the responsible units of the first task that has it. */
export function placeOf(reading: PlanReading, name: string, task: ReadingTask | undefined): Span | null {
  const spans = [task?.spans?.leads, task?.spans?.cooperators, task?.source]
  for (const span of spans) {
    if (!span) continue
    const at = reading.text.indexOf(name, span.start)
    if (at >= 0 && at + name.length <= span.end) return { start: at, end: at + name.length }
  }
  const at = reading.text.indexOf(name)
  return at < 0 ? null : { start: at, end: at + name.length }
}

/**
 * Everything that waits for a person, in the order of work: the units first (one step settles most of them), then what stops a
 * task, then remarks as they stand in the text; what is settled comes last.
 */
export function queueOf(reading: PlanReading): Item[] {
  const open = reading.tasks.filter((task) => isKept(task) && !isIn(task))
  const ordinals = new Set(open.map(({ ordinal }) => ordinal))
  const unmatched = reading.units.filter(
    ({ name, state }) => state !== 'MATCHED' && open.some((task) => naming(task, name)),
  )
  const apart = (unit: ReadingUnit) => unit.state === 'AMBIGUOUS' || isLikelyAlias(reading, unit.name)
  const together = unmatched.filter((unit) => !apart(unit)).map(({ name }) => name)
  const items: Item[] = []
  if (together.length > 0)
    items.push({
      id: 'register',
      kind: 'register',
      names: together,
      blocking: true,
      settled: false,
      task: null,
      span: null,
    })
  for (const unit of unmatched.filter(apart)) {
    const task = open.find((one) => naming(one, unit.name))
    items.push({
      id: `unit:${unit.name}`,
      kind: 'unit',
      unit,
      blocking: true,
      settled: false,
      task: task?.ordinal ?? null,
      span: placeOf(reading, unit.name, task),
    })
  }
  const asked = new Set(
    reading.findings.flatMap(({ code, state, taskOrdinal }) =>
      code === 'NO_UNIT' && state === 'OPEN' ? [taskOrdinal] : [],
    ),
  )
  const byPlace = (a: Item, b: Item) => (a.task ?? 0) - (b.task ?? 0) || (a.span?.start ?? 0) - (b.span?.start ?? 0)
  const rest: Item[] = open
    .filter(({ leads, ordinal }) => leads.length === 0 && !asked.has(ordinal))
    .map((about) => ({
      id: `leads:${about.ordinal}`,
      kind: 'leads',
      about,
      blocking: true,
      settled: false,
      task: about.ordinal,
      span: about.source,
    }))
  for (const finding of reading.findings) {
    const settled = finding.state !== 'OPEN'
    rest.push({
      id: finding.id,
      kind: 'finding',
      finding,
      blocking: !settled && finding.needsPerson && (finding.taskOrdinal === null || ordinals.has(finding.taskOrdinal)),
      settled,
      task: finding.taskOrdinal ?? taskAt(reading, finding.source?.start)?.ordinal ?? null,
      span: finding.source,
    })
  }
  const blocking = rest.filter((item) => item.blocking).sort(byPlace)
  const remarks = rest
    .filter((item) => !item.blocking && !item.settled)
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  return [...items, ...blocking, ...remarks, ...rest.filter(({ settled }) => settled).sort(byPlace)]
}

/** The one to go to after `id` was settled: the next that is open, from the front again at the end. */
export function nextAfter(queue: Item[], id: string): Item | undefined {
  const at = queue.findIndex((item) => item.id === id)
  const open = (item: Item) => !item.settled && item.id !== id
  return queue.slice(at + 1).find(open) ?? queue.find(open)
}

/** The neighbour among those that are open; stays at the ends. */
export function stepFrom(queue: Item[], id: string | undefined, by: 1 | -1): Item | undefined {
  const open = queue.filter((item) => !item.settled || item.id === id)
  const at = open.findIndex((item) => item.id === id)
  if (at < 0) return open[0]
  return open[Math.max(0, Math.min(open.length - 1, at + by))]
}

/** How far the work is: what must be decided, and what is only to be looked at. */
export function progressOf(queue: Item[]): { blocking: number; remarks: number; settled: number } {
  return {
    blocking: queue.filter(({ blocking, settled }) => blocking && !settled).length,
    remarks: queue.filter(({ blocking, settled }) => !blocking && !settled).length,
    settled: queue.filter(({ settled }) => settled).length,
  }
}

/** What a step back has opened again; that is where the person is taken. */
export function reopened(before: PlanReading, after: PlanReading): Item | undefined {
  const open = new Set(queueOf(before).flatMap(({ id, settled }) => (settled ? [] : [id])))
  return queueOf(after).find(({ id, settled }) => !settled && !open.has(id))
}
