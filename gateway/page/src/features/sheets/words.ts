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
