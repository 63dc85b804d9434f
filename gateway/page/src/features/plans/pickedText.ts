import type { PlanReading, ReadingTask, Span } from '@/lib/api/types'

/** What a person marked in the text, without the blanks around it. */
export type Picked = Span & { text: string; task: ReadingTask | undefined }

/** @returns nothing where only blanks are marked */
export function pickedIn(reading: PlanReading, from: number, to: number): Picked | null {
  let start = Math.max(0, Math.min(from, to))
  let end = Math.min(reading.text.length, Math.max(from, to))
  while (start < end && /\s/.test(reading.text[start]!)) start++
  while (end > start && /\s/.test(reading.text[end - 1]!)) end--
  if (start === end) return null
  return { start, end, text: reading.text.slice(start, end), task: taskAt(reading, start) }
}

/** The task whose words cover a place in the text; the narrowest where several do. */
export function taskAt(reading: PlanReading, at: number | undefined): ReadingTask | undefined {
  if (at === undefined) return undefined
  return reading.tasks
    .filter(({ source }) => source && source.start <= at && at < source.end)
    .sort((a, b) => a.source!.end - a.source!.start - (b.source!.end - b.source!.start))[0]
}

/** A list of units as a document writes it: 县财政局、县教育局（牵头） */
export function unitsIn(words: string): string[] {
  const names = words
    .replace(/^[〔（([【]?\s*(?:责任|牵头|配合|主办|协办)(?:单位|部门)?[:：]/, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,；;\s]+|(?<=[局委办部院会])和(?=[县市区省])/)
    .map((name) =>
      name.replace(/[〔〕（）()[\]【】。.]/g, '').replace(/^(?:由|牵头|配合|和|及)|(?:牵头|负责|配合|等)$/g, ''),
    )
    .filter((name) => name.length > 1)
  return [...new Set(names)]
}

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const day = (year: number, month: number, date: number) =>
  month < 1 || month > 12 || date < 1 || date > lastOf(year, month)
    ? null
    : `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** The last day that the words allow, where they name one; `year` stands in where they name none. */
export function dayIn(words: string, year: number | null): string | null {
  const plain = words.normalize('NFKC').replace(/\s+/g, '')
  const full = /(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/.exec(plain)
  if (full) return day(Number(full[1]), Number(full[2]), Number(full[3]))
  const named = /(\d{4})年/.exec(plain)
  const of = named ? Number(named[1]) : year
  if (of === null) return null
  const date = /(\d{1,2})月(\d{1,2})[日号]/.exec(plain)
  if (date) return day(of, Number(date[1]), Number(date[2]))
  const month = /(\d{1,2})月(上旬|中旬)?/.exec(plain)
  if (month) {
    const tens = { 上旬: 10, 中旬: 20 }[month[2] ?? '']
    return day(of, Number(month[1]), tens ?? lastOf(of, Number(month[1])))
  }
  if (/上半年/.test(plain)) return day(of, 6, 30)
  const quarter = /第?([一二三四1-4])季度/.exec(plain)
  if (quarter) {
    const end = 3 * ('一二三四'.indexOf(quarter[1]!) + 1 || Number(quarter[1]))
    return day(of, end, lastOf(of, end))
  }
  return named || /年底|年内|年末|全年/.test(plain) ? day(of, 12, 31) : null
}

/** A text without the number that it begins with: 7.整治…, （一）1.建设… */
export const unnumbered = (words: string) => words.replace(/^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)+/, '')

/** The first clause of a text, as the name of a task made of it. */
export function titleOf(words: string): string {
  const plain = unnumbered(words).replace(/\s+/g, '')
  const clause = /^[^。；;：:！？]+/.exec(plain)?.[0] ?? plain
  return clause.length <= 60 ? clause : `${/^[^，,]+/.exec(clause)?.[0]?.slice(0, 60)}`
}
