import type { PlanReading, ReadingTask } from '@/lib/api/types'

export type Compared = { NEW: ReadingTask[]; CHANGED: ReadingTask[]; SAME: ReadingTask[]; DONE: ReadingTask[] }

/**
 * The tasks of a newer version beside those that were adopted before; nothing where there is no earlier one. What has entered the
 * ledger from this version is compared no more.
 */
export function comparedOf(reading: PlanReading): Compared | null {
  if (!reading.previous) return null
  const waiting = reading.tasks.filter(({ taskId }) => !taskId)
  const of = (change: 'NEW' | 'CHANGED' | 'SAME') =>
    waiting.filter(({ sameAs }) => (sameAs?.change ?? 'NEW') === change)
  return {
    NEW: of('NEW'),
    CHANGED: of('CHANGED'),
    SAME: of('SAME'),
    DONE: reading.tasks.filter(({ taskId }) => taskId),
  }
}

/**
 * What adopting a newer version will do, in words.
 *
 * @param ordinals the tasks that are adopted; all without them
 */
export function versionWords(reading: PlanReading, ordinals?: number[]): string {
  const compared = comparedOf(reading)
  if (!compared) return ''
  const count = (tasks: ReadingTask[]) =>
    tasks.filter(({ decision, ordinal }) => decision !== 'SKIP' && (ordinals?.includes(ordinal) ?? true)).length
  const added = count(compared.NEW)
  const changed = count(compared.CHANGED)
  const same = count(compared.SAME)
  return [
    added > 0 && `新增 ${added} 项将交办`,
    changed > 0 && `变更 ${changed} 项在原任务上更新`,
    same > 0 && `未变 ${same} 项已在台账中，不重复交办`,
    reading.gone.length > 0 && `已删去 ${reading.gone.length} 项仍留在台账，请逐项决定`,
  ]
    .filter(Boolean)
    .join('；')
}

/** What still waits of a newer version, in short. */
export function versionCounts(reading: PlanReading): string | null {
  const compared = comparedOf(reading)
  if (!compared) return null
  const said = [
    ['新增', compared.NEW],
    ['变更', compared.CHANGED],
    ['未变', compared.SAME],
  ] as const
  return said
    .filter(([, tasks]) => tasks.length > 0)
    .map(([words, tasks]) => `${words} ${tasks.length} 项`)
    .join(' · ')
}

const fields: Record<string, string> = {
  title: '任务名称',
  text: '任务内容',
  leads: '牵头单位',
  cooperators: '配合单位',
  dueOn: '完成时限',
  standing: '长期任务',
  indicators: '指标要求',
  units: '责任单位',
  decision: '是否纳入',
}

export const differenceWords = (field: string) => fields[field] ?? '内容'

/** A title within title marks: its own become the inner ones. */
export const titled = (title: string) => `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`
