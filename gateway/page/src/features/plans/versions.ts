import type { PlanReading, ReadingTask } from '@/lib/api/types'

export type Compared = { NEW: ReadingTask[]; CHANGED: ReadingTask[]; SAME: ReadingTask[] }

/** The tasks of a newer version beside those that were adopted before; nothing where there is no earlier one. */
export function comparedOf(reading: PlanReading): Compared | null {
  if (!reading.previous) return null
  const of = (change: keyof Compared) => reading.tasks.filter(({ sameAs }) => (sameAs?.change ?? 'NEW') === change)
  return { NEW: of('NEW'), CHANGED: of('CHANGED'), SAME: of('SAME') }
}

/** What adopting a newer version will do, in words. */
export function versionWords(reading: PlanReading): string {
  const compared = comparedOf(reading)
  if (!compared) return ''
  const kept = (tasks: ReadingTask[]) => tasks.filter(({ decision }) => decision !== 'SKIP').length
  return [
    compared.NEW.length > 0 && `新增 ${kept(compared.NEW)} 项将交办`,
    compared.CHANGED.length > 0 && `变更 ${kept(compared.CHANGED)} 项在原任务上更新`,
    compared.SAME.length > 0 && `未变 ${compared.SAME.length} 项已在台账中，不重复交办`,
    reading.gone.length > 0 && `已删去 ${reading.gone.length} 项仍留在台账，请逐项决定`,
  ]
    .filter(Boolean)
    .join('；')
}

const fields: Record<string, string> = {
  title: '任务名称',
  text: '任务内容',
  leads: '牵头单位',
  cooperators: '配合单位',
  dueOn: '完成时限',
  indicators: '指标要求',
  units: '责任单位',
  decision: '是否纳入',
}

export const differenceWords = (field: string) => fields[field] ?? '内容'
