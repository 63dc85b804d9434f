import type { PlanReading, Span } from '@/lib/api/types'

export type MarkKind = 'task' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn' | 'indicator' | 'phase' | 'head'

export type Mark = Span & {
  kind: MarkKind | 'finding' | 'focus'
  task: number | null
  finding: string | null
  words?: string
}

export type Segment = {
  start: number
  text: string
  kinds: Mark['kind'][]
  /** Kinds whose mark begins with this piece: that is where its sign stands. */
  opening: Mark['kind'][]
  tasks: number[]
  findings: string[]
  words: string
}

const depth: Record<Mark['kind'], number> = {
  task: 0,
  head: 1,
  phase: 1,
  indicator: 2,
  dueOn: 3,
  wildcards: 3,
  leads: 3,
  cooperators: 3,
  finding: 9,
  focus: 10,
}

export const markWords: Record<MarkKind | 'finding', string> = {
  task: '任务',
  leads: '牵头单位',
  cooperators: '配合单位',
  wildcards: '泛指单位',
  dueOn: '完成时限',
  indicator: '指标',
  phase: '阶段',
  head: '文件信息',
  finding: '待核',
}

/** One character each, so that colour is never the only sign. */
export const markSigns: Partial<Record<Mark['kind'], string>> = {
  leads: '牵',
  cooperators: '配',
  wildcards: '泛',
  dueOn: '限',
  indicator: '标',
  phase: '段',
  finding: '?',
}

/** Everything of a reading that stands somewhere in the text. */
export function marksOf(reading: PlanReading): Mark[] {
  const marks: Mark[] = []
  const add = (
    span: Span | null | undefined,
    kind: Mark['kind'],
    task: number | null,
    finding: string | null,
    words?: string,
  ) => {
    if (span && span.end > span.start && span.start >= 0)
      marks.push({ start: span.start, end: span.end, kind, task, finding, words })
  }
  for (const { source } of Object.values(reading.sources ?? {})) add(source, 'head', null, null)
  for (const phase of reading.phases) add(phase.source, 'phase', null, null, phase.name)
  for (const indicator of reading.goalIndicators) add(indicator.source, 'indicator', null, null)
  for (const task of reading.tasks) {
    add(task.source, 'task', task.ordinal, null)
    for (const kind of ['leads', 'cooperators', 'wildcards', 'dueOn'] as const)
      add(task.spans?.[kind], kind, task.ordinal, null)
    for (const indicator of task.indicators) add(indicator.source, 'indicator', task.ordinal, null)
  }
  for (const finding of reading.findings)
    if (finding.state === 'OPEN') add(finding.source, 'finding', finding.taskOrdinal, finding.id, finding.text)
  return marks
}

/** What is looked at, as a mark above all others. */
export const focusOn = (span: Span): Mark => ({ ...span, kind: 'focus', task: null, finding: null })

/**
 * Cuts the text where marks begin and end, so that overlapping marks become neighbours: each piece knows every mark that
 * covers it, the innermost last. Joined together the pieces are the text.
 */
export function segments(text: string, marks: Mark[]): Segment[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) {
    cuts.add(Math.max(0, Math.min(start, text.length)))
    cuts.add(Math.max(0, Math.min(end, text.length)))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const opening = [...marks].sort((a, b) => a.start - b.start)
  const pieces: Segment[] = []
  let open: Mark[] = []
  let next = 0
  for (let index = 0; index < edges.length - 1; index++) {
    const start = edges[index]!
    const end = edges[index + 1]!
    open = open.filter((mark) => mark.end > start)
    while (next < opening.length && opening[next]!.start <= start) {
      const mark = opening[next++]!
      if (mark.end > start) open.push(mark)
    }
    const covering = [...open].sort((a, b) => depth[a.kind] - depth[b.kind] || b.end - b.start - (a.end - a.start))
    pieces.push({
      start,
      text: text.slice(start, end),
      kinds: [...new Set(covering.map(({ kind }) => kind))],
      opening: [...new Set(covering.filter((mark) => mark.start === start).map(({ kind }) => kind))],
      tasks: [...new Set(covering.flatMap(({ task }) => (task === null ? [] : [task])))],
      findings: [...new Set(covering.flatMap(({ finding }) => finding ?? []))],
      words: covering.findLast(({ words }) => words)?.words ?? '',
    })
  }
  return pieces
}
