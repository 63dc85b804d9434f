import type { LedgerImport, LedgerImportColumn, LedgerImportOutcome, SheetField } from '@/lib/api/types'

export type RowState = 'ERROR' | 'CREATE' | 'UPDATE' | 'UNCHANGED' | 'SKIPPED'

export const rowStates: RowState[] = ['ERROR', 'CREATE', 'UPDATE', 'UNCHANGED', 'SKIPPED']
export const rowStateWords: Record<RowState, string> = {
  ERROR: '有问题',
  CREATE: '新增',
  UPDATE: '更新',
  UNCHANGED: '无变化',
  SKIPPED: '略过',
}
export const rowStateTones: Record<RowState, string | undefined> = {
  ERROR: 'error',
  CREATE: 'green',
  UPDATE: 'blue',
  UNCHANGED: undefined,
  SKIPPED: undefined,
}

export const countOf = (counts: LedgerImport['counts'], state: RowState): number =>
  ({
    ERROR: counts.error,
    CREATE: counts.create,
    UPDATE: counts.update,
    UNCHANGED: counts.unchanged,
    SKIPPED: counts.skipped,
  })[state]

/** The state whose rows are worth looking at first. */
export const firstState = (counts: LedgerImport['counts']): RowState =>
  rowStates.find((state) => state !== 'UNCHANGED' && state !== 'SKIPPED' && countOf(counts, state) > 0) ?? 'UNCHANGED'

/** What an adoption does, as it is said before and after. */
export function outcomeWords({ created, updated, unchanged, errors }: LedgerImportOutcome): string {
  const said = [
    created > 0 && `新增${created}项`,
    updated > 0 && `更新${updated}项`,
    unchanged > 0 && `无变化${unchanged}项`,
    errors > 0 && `有问题${errors}行，不导入`,
  ].filter(Boolean)
  return said.length > 0 ? `${said.join('，')}。` : '没有可导入的行。'
}

/** What an adoption would do, asked before it is done. */
export function adoptionWords({ create, update, error }: LedgerImport['counts']): string {
  const left = error > 0 ? `；有问题的${error}行不导入` : ''
  if (create + update === 0) return `表格与台账一致，导入不改动任何任务${left}。`
  const said = [create > 0 && `新增${create}项`, update > 0 && `更新${update}项`].filter(Boolean)
  return `导入后${said.join('、')}，并通知有关单位${left}。`
}

/** Why nothing can be imported yet, and what to do about it; nothing where something can. */
export function obstacleOf({
  columns,
  counts,
  headerRow,
  sheets,
}: Pick<LedgerImport, 'columns' | 'counts' | 'headerRow' | 'sheets'>): { title: string; todo: string } | null {
  const others = sheets.length > 1 ? '改选其他工作表，或' : ''
  if (columns.length === 0) return { title: '这张工作表是空的', todo: `请${others}核对文件后重新上传。` }
  if (headerRow === null)
    return { title: '没有找到表头', todo: '请在下方选择工作表和表头所在行，再指定各列对应的内容。' }
  if (counts.create + counts.update + counts.unchanged > 0) return null
  if (counts.error > 0)
    return { title: '各行都有问题，暂时没有可导入的任务', todo: '请调整列对应、对应单位，或下载问题行修改后重新导入。' }
  return { title: '没有可导入的任务', todo: `请${others}确认表头所在行以下是否填有任务。` }
}

/** Choosing a field for a column takes it from the column that had it. */
export function reassigned(
  columns: Pick<LedgerImportColumn, 'index' | 'field'>[],
  index: number,
  field: SheetField | null,
): { index: number; field: SheetField | null }[] {
  const had = columns.find((column) => field !== null && column.field === field && column.index !== index)
  return had
    ? [
        { index: had.index, field: null },
        { index, field },
      ]
    : [{ index, field }]
}
