import type { ReadingTask } from '@/lib/api/types'

export type Part = { start: number; text: string }

const sentence = /[^。；;！？\n]*[。；;！？\n]+[”’」』）)]*\s*|[^。；;！？\n]+$/g
const clause = /[^，,。；;！？\n]*[，,。；;！？\n]+[”’」』）)]*\s*|[^，,。；;！？\n]+$/g

/** A text cut after each full stop, semicolon or line break, one long sentence after its commas; joined together the parts are the text. */
export function sentencesOf(text: string): Part[] {
  const parts = partsOf(text, sentence)
  return parts.filter((part) => part.text.trim().length > 1).length > 1 ? parts : partsOf(text, clause)
}

function partsOf(text: string, pattern: RegExp): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const match of text.matchAll(pattern)) {
    parts.push({ start, text: match[0] })
    start += match[0].length
  }
  if (parts.length === 0 && text) parts.push({ start: 0, text })
  return parts
}

/** Where a task may be cut in two: every sentence but the first begins a place. */
export const cutsOf = (task: Pick<ReadingTask, 'text'>): number[] =>
  sentencesOf(task.text)
    .filter(({ text }) => text.trim().length > 1)
    .slice(1)
    .map(({ start }) => start)

/** The cut that lies nearest to the middle: both halves are then worth a task. */
export function middleCut(task: Pick<ReadingTask, 'text'>): number | undefined {
  const middle = task.text.length / 2
  return [...cutsOf(task)].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
}
