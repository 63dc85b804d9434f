import { type Answer, type Any, ok } from './asked.ts'
import * as data from './data.ts'

const fields: [string, string][] = [
  ['ORDINAL', '序号'],
  ['TITLE', '任务'],
  ['TEXT', '任务内容'],
  ['LEADS', '牵头单位'],
  ['COOPERATORS', '配合单位'],
  ['DUE_ON', '完成时限'],
  ['REMARK', '备注'],
]
const rows: Any[] = [
  ...data.tasks.slice(0, 6).map(({ ordinal, title, text, leads, dueOn }, n) => ({
    row: n + 2,
    state: 'CREATE',
    ordinal,
    title,
    text,
    leads: leads.map(({ shortName }: Any) => shortName),
    dueOn,
  })),
  {
    row: 8,
    state: 'UPDATE',
    ordinal: 7,
    title: data.tasks[6]!.title,
    taskId: data.tasks[6]!.id,
    changes: [{ field: 'DUE_ON', words: '完成时限', from: '2026-12-15', to: '2026-12-31' }],
  },
  {
    row: 9,
    state: 'ERROR',
    title: '整治校园周边食品经营',
    notes: [{ words: '“市卫健委员会”不是在册单位，是否为市卫生健康委？', error: true, name: '市卫健委员会' }],
  },
]

const uploaded = (): Any => ({
  id: '0190001e-0000-7000-8000-000000000001',
  fileName: '2026年重点工作台账.xlsx',
  state: 'OPEN',
  version: 1,
  createdAt: '2026-11-23T09:25:00+08:00',
  createdBy: '周明远',
  sheet: 0,
  sheets: [{ index: 0, name: '台账', rows: 9 }],
  headerRow: 1,
  headerRows: 1,
  fields: fields.map(([field, words]) => ({ field, words })),
  columns: fields.map(([field, heading], index) => ({ index, letter: 'ABCDEFG'[index], heading, field, samples: [] })),
  target: { planId: null, title: '2026年重点工作台账', reportDay: 25 },
  counts: { create: 6, update: 1, unchanged: 0, error: 1, skipped: 0, warnings: 0 },
  units: [{ name: '市卫健委员会', rows: 1, candidates: [data.ref(data.units[0]!)] }],
})

/** Imports of ledger sheets as the task service answers them: one sheet, whatever file is chosen. */
export function mockSheets() {
  let imported: Any | null = null

  const adopt = (dryRun: boolean): Answer => {
    const { create, update, unchanged, error } = imported!.counts
    const outcome = { dryRun, created: create, updated: update, unchanged, errors: error, plans: [data.plans[0]!.id] }
    if (!dryRun) imported = { ...imported, state: 'ADOPTED', outcome }
    return ok(outcome)
  }
  const changed = ({ planId, newPlanTitle, reportDay, columns }: Any) => ({
    ...imported,
    version: imported!.version + 1,
    target: {
      planId: planId ?? (newPlanTitle ? null : imported!.target.planId),
      title: newPlanTitle ?? imported!.target.title,
      reportDay: reportDay ?? imported!.target.reportDay,
    },
    columns: imported!.columns.map((column: Any) => ({
      ...column,
      ...columns?.find(({ index }: Any) => index === column.index),
    })),
  })

  return ({ method, path, body, state }: { method: string; path: string; body: Any; state: string }): Answer | null => {
    if (path === '/ledger-imports' && method === 'POST') {
      imported = uploaded()
      return ok(imported, 201)
    }
    if (path === '/ledger-imports') return ok({ items: imported ? [imported] : [], next: null })
    if (!path.startsWith('/ledger-imports/')) return null
    imported ??= uploaded()
    if (path.endsWith('/rows')) return ok({ items: rows.filter((row) => !state || row.state === state), next: null })
    if (path.endsWith('/adoption')) return adopt(Boolean(body.dryRun))
    if (method === 'DELETE') {
      imported = { ...imported, state: 'DISCARDED' }
      return ok(undefined, 204)
    }
    if (path.endsWith('/aliases')) imported = { ...changed({}), units: [] }
    else if (method === 'PATCH') imported = changed(body)
    return ok(imported)
  }
}
