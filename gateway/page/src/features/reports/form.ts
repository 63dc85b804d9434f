import type { AskedIndicator, EvidenceFile, Indicator, MeasuredValue, Report } from '@/lib/api/types'
import type { ReportWords } from '@/lib/requests/reports'

export type FormWords = {
  progress: number | null
  done: string
  problems: string
  next: string
  /** What was reached, by the indicator's words. */
  values: Record<string, string>
  /** What proves it. */
  files: EvidenceFile[]
}

export type Mistakes = Partial<Record<'progress' | 'done' | 'problems' | 'values', string>>

/** What must be mended before the report may leave. */
export function mistakes(words: FormWords, previous: Report['previous']): Mistakes {
  const found: Mistakes = {}
  if (words.progress === null || Number.isNaN(words.progress)) found.progress = '请填写进度'
  else if (words.progress < 0 || words.progress > 100) found.progress = '进度应在 0 到 100 之间'
  else if (!Number.isInteger(words.progress)) found.progress = '进度请填整数'
  if (!words.done.trim()) found.done = '请填写进展'
  if (previous && words.progress !== null && words.progress < previous.progress && !words.problems.trim())
    found.problems = `进度低于上期的 ${previous.progress}%，请说明原因`
  for (const [name, value] of Object.entries(words.values)) {
    if (value.trim() && !/^-?\d+(\.\d+)?$/.test(value.trim())) found.values = `「${name}」请填数字`
  }
  return found
}

/** What is allowed but would make a reviewer ask. */
export function doubts(words: FormWords, previous: Report['previous']): string[] {
  const found: string[] = []
  if (previous) {
    if (words.progress !== null && words.progress < previous.progress)
      found.push(`进度低于上期的 ${previous.progress}%`)
    if (words.done.trim() && squeezed(words.done) === squeezed(previous.done)) found.push('进展与上期文字相同')
  }
  return found
}

const squeezed = (words: string | null | undefined) => (words ?? '').replace(/[\s，。、；,.;]/g, '')

/** What the unit need not fill in again, or had reached before. */
export function askedWords({ value, saidIn, by, previous, measure, periodWords }: AskedIndicator): string | null {
  if (value !== null && value !== undefined && saidIn) return `已在「${saidIn}」的报送中填过，不必再填`
  if (value !== null && value !== undefined && by) return `${periodWords}的数值已由${by}填过，有变化再改`
  return previous === null || previous === undefined ? null : `上期 ${previous}${measure}`
}

/** An indicator that several plans or sentences ask for is asked once, and what was said elsewhere stands there already. */
export function startOf(report: Report, indicators: Indicator[], asked: AskedIndicator[] = []): FormWords {
  const elsewhere = new Map(asked.map(({ text, value }) => [text, value]))
  const spared = new Set(asked.filter(({ alsoAs, counted }) => alsoAs || counted).map(({ text }) => text))
  const written = report.pending ?? report
  const known = new Map(written.indicators.map(({ text, value }) => [text, value]))
  const names = [
    ...new Set([...indicators.map(({ text }) => text).filter((text) => !spared.has(text)), ...known.keys()]),
  ]
  const fresh = report.state === 'DUE' && !report.submittedAt && !report.pending
  return {
    progress: fresh ? (report.previous?.progress ?? report.progress ?? 0) : (written.progress ?? 0),
    done: written.done ?? '',
    problems: written.problems ?? '',
    next: written.next ?? '',
    files: written.evidence,
    values: Object.fromEntries(
      names.map((name) => [name, known.get(name)?.toString() ?? elsewhere.get(name)?.toString() ?? '']),
    ),
  }
}

export function wordsOf(form: FormWords): ReportWords {
  const indicators: MeasuredValue[] = Object.entries(form.values)
    .filter(([, value]) => value.trim())
    .map(([text, value]) => ({ text, value: value.trim() }))
  return {
    progress: form.progress ?? 0,
    done: form.done.trim(),
    problems: form.problems.trim(),
    next: form.next.trim(),
    indicators,
    evidence: form.files.map(({ id }) => id),
  }
}

const place = (id: string) => `duban.report.${id}`
type Draft = { version: number; at: number; words: FormWords }

export function keepDraft(id: string, version: number, words: FormWords) {
  try {
    localStorage.setItem(place(id), JSON.stringify({ version, at: Date.now(), words } satisfies Draft))
  } catch {
    // Storage is full or closed: the form still holds the words.
  }
}

/** A draft only counts for the version it was written on: after a submission elsewhere it would bring old words back. */
export function draftOf(id: string, version: number): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(place(id)) ?? 'null') as Draft | null
    // One that was kept by an earlier page knows no files.
    return draft && draft.version === version
      ? { ...draft, words: { ...draft.words, files: draft.words.files ?? [] } }
      : null
  } catch {
    return null
  }
}

export const dropDraft = (id: string) => localStorage.removeItem(place(id))
