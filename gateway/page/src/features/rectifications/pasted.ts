import type { RectificationBatch } from '@/lib/requests/rectifications'

export type PastedRow = RectificationBatch['items'][number]

type Field = keyof PastedRow
/** What a heading may be called; of two that fit, the longer name wins. */
const headings: Record<Field, string[]> = {
  problem: ['存在问题', '发现问题', '问题描述', '问题内容', '具体问题', '主要问题', '问题'],
  unit: ['责任单位', '整改单位', '牵头单位', '被查单位', '单位'],
  cooperators: ['配合单位', '协同单位', '协办单位'],
  dueOn: ['整改时限', '整改期限', '完成时限', '完成时间', '整改日期', '时限', '期限'],
  foundOn: ['发现日期', '检查日期', '发现时间', '检查时间', '日期'],
  place: ['检查地点', '检查对象', '发现地点', '地点', '位置', '场所'],
}
/** As the columns of a list without headings. */
const usual: Field[] = ['problem', 'unit', 'dueOn']

/** Cells copied from a sheet: a cell with a line break or a tab is quoted, a quote in it doubled. */
export function cells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const at = text[i]!
    if (quoted) {
      if (at === '"' && text[i + 1] === '"') {
        cell += '"'
        i++
      } else if (at === '"') quoted = false
      else cell += at
    } else if (at === '"' && cell === '') quoted = true
    else if (at === '\t') endCell()
    else if (at === '\n') endRow()
    else if (at !== '\r') cell += at
  }
  endRow()
  return rows
}

/** A day as lists write it, as `2026-12-31`; what is no day stays as it is, for the server to name it. */
export function day(text: string | undefined): string | null {
  if (!text) return null
  const found = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text.trim())
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : text.trim()
}

const isDay = (text: string | null) => text === null || /^\d{4}-\d\d-\d\d$/.test(text)

function fieldOf(heading: string): Field | null {
  const plain = heading.replace(/\s/g, '')
  let best: { field: Field; length: number } | null = null
  for (const [field, names] of Object.entries(headings) as [Field, string[]][])
    for (const name of names)
      if (plain.includes(name) && plain.length <= name.length + 6 && name.length > (best?.length ?? 0))
        best = { field, length: name.length }
  return best?.field ?? null
}

export type Pasted = { rows: PastedRow[]; faults: string[]; columns: (Field | null)[] }

/** Rows of a list of problems copied from Excel, by their headings; without headings: problem, unit, last day. */
export function parsePasted(text: string): Pasted {
  const lines = cells(text)
  const first = lines[0]
  if (!first) return { rows: [], faults: [], columns: [] }
  const named = first.map(fieldOf)
  const headed = named.includes('problem') && named.includes('unit')
  const columns: (Field | null)[] = headed ? named : usual
  const faults: string[] = []
  const rows = (headed ? lines.slice(1) : lines).map((line, index) => {
    const value = (field: Field) => {
      const at = columns.indexOf(field)
      return at < 0 ? undefined : line[at] || undefined
    }
    const row: PastedRow = {
      problem: value('problem') ?? '',
      unit: value('unit') ?? '',
      cooperators: value('cooperators') ?? null,
      place: value('place') ?? null,
      dueOn: day(value('dueOn')),
      foundOn: day(value('foundOn')),
    }
    const say = (what: string) => faults.push(`第 ${index + 1} 条：${what}`)
    if (!row.problem) say('没有写明问题')
    if (!row.unit) say('没有写明责任单位')
    if (!isDay(row.dueOn ?? null)) say(`整改时限“${row.dueOn}”不是日期，请写成 2026-12-31`)
    if (!isDay(row.foundOn ?? null)) say(`发现日期“${row.foundOn}”不是日期，请写成 2026-12-31`)
    return row
  })
  return { rows, faults, columns }
}

/** `/items/3/unit` and its words as a person reads them. */
export function faultWords(pointer: string, detail: string): string {
  const row = /^\/items\/(\d+)/.exec(pointer)
  return row ? `第 ${Number(row[1]) + 1} 条：${detail}` : detail
}
