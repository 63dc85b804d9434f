import type { SearchHit } from '@/lib/api/types'

export const kindWords: Record<SearchHit['kind'], string> = {
  TASK: '任务',
  RESOLUTION: '议定事项',
  REPORT: '报送内容',
}

export const fieldWords: Record<SearchHit['field'], string> = {
  TITLE: '任务名称',
  TEXT: '任务内容',
  DONE: '进展',
  PROBLEMS: '存在问题',
  NEXT: '下一步打算',
}

/** A snippet in three: what stands before the words that were found, these, and what stands after them. */
export function pieces({ text, from, to }: SearchHit['snippet']) {
  return { before: text.slice(0, from), found: text.slice(from, to), after: text.slice(to) }
}
