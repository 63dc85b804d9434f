import type { Artefact, HandIn, HandInState } from '@/lib/api/types'

export const handInWords: Record<HandInState, string> = {
  OWED: '待报送',
  HANDED_IN: '已报送',
  RETURNED: '已退回',
  WITHDRAWN: '不再要求',
}
export const handInTones: Record<HandInState, string | undefined> = {
  OWED: 'processing',
  HANDED_IN: 'success',
  RETURNED: 'warning',
  WITHDRAWN: undefined,
}

export const artefactWords: Record<Artefact, string> = {
  PLAN: '计划',
  DEPLOYMENT: '部署',
  INSPECTION: '检查',
  ASSESSMENT: '考核',
  SUMMARY: '总结',
}
export const artefacts = Object.keys(artefactWords) as Artefact[]

/** What one unit owes for one task in a year. */
export type YearOfTask = { key: string; task: string; taskId: string; handIns: Map<Artefact, HandIn> } & Pick<
  HandIn,
  'unit' | 'planTitle'
>

/** The artefacts of a year, one row for each task and unit, in the order in which they come. */
export function byTask(handIns: readonly HandIn[]): YearOfTask[] {
  const rows = new Map<string, YearOfTask>()
  for (const one of handIns) {
    if (!one.taskId || !one.artefact) continue
    const key = `${one.taskId}/${one.unit.id}`
    const row = rows.get(key) ?? {
      key,
      task: one.title.slice(one.title.indexOf('：') + 1),
      taskId: one.taskId,
      unit: one.unit,
      planTitle: one.planTitle,
      handIns: new Map(),
    }
    row.handIns.set(one.artefact, one)
    rows.set(key, row)
  }
  return [...rows.values()]
}
