export type Any = Record<string, any>
export type Answer = { status: number; body: unknown }

/** What is asked of a part of the mock, and by whom. */
export type Asked = {
  method: string
  path: string
  body: Any
  /** A word of the query, '' where it is absent. */
  q: (name: string) => string
  who: string
  name: string
  unit: Any | null
}

export const ok = (body: unknown, status = 200): Answer => ({ status, body })
export const list = (items: unknown[]): Answer => ok({ items, next: null })
export const isOneOf = (words: string, value: string) => !words || words.split(',').includes(value)

/** Whether a unit is the one that is asked for; `me` is one's own. */
export const isUnit = ({ q, unit }: Asked, of: Any | null) => {
  const wanted = q('unit') === 'me' ? unit?.id : q('unit')
  return !wanted || of?.id === wanted
}

export const NOW = '2026-11-23T09:40:00+08:00'
export const TODAY = NOW.slice(0, 10)
