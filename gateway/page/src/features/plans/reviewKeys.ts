/** What a key does in the review; the help lists the same table. */
export type Command =
  | 'next'
  | 'previous'
  | 'accept'
  | 'dismiss'
  | 'edit'
  | 'undo'
  | 'choose'
  | 'nextTask'
  | 'previousTask'
  | 'skip'
  | 'split'
  | 'merge'
  | 'add'
  | 'adopt'
  | 'switch'
  | 'help'

type Row = { command: Command; keys: string[]; words: string; group: '疑点' | '任务' | '其他' }

export const keyTable: Row[] = [
  { command: 'next', keys: ['j', 'ArrowDown'], words: '下一处', group: '疑点' },
  { command: 'previous', keys: ['k', 'ArrowUp'], words: '上一处', group: '疑点' },
  { command: 'accept', keys: ['Enter'], words: '按建议处理', group: '疑点' },
  { command: 'choose', keys: ['c'], words: '另选单位', group: '疑点' },
  { command: 'dismiss', keys: ['d'], words: '忽略', group: '疑点' },
  { command: 'nextTask', keys: [']'], words: '下一项任务', group: '任务' },
  { command: 'previousTask', keys: ['['], words: '上一项任务', group: '任务' },
  { command: 'edit', keys: ['e'], words: '更正任务', group: '任务' },
  { command: 'split', keys: ['s'], words: '拆分任务', group: '任务' },
  { command: 'merge', keys: ['m'], words: '与下一项合并', group: '任务' },
  { command: 'skip', keys: ['x'], words: '不纳入，或恢复', group: '任务' },
  { command: 'add', keys: ['n'], words: '新增任务', group: '任务' },
  { command: 'undo', keys: ['u'], words: '撤销上一步', group: '其他' },
  { command: 'adopt', keys: ['a'], words: '纳入台账', group: '其他' },
  { command: 'switch', keys: ['v'], words: '原文与台账切换', group: '其他' },
  { command: 'help', keys: ['?'], words: '显示快捷键', group: '其他' },
]

const byKey = new Map(keyTable.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)))

type Pressed = { key: string; ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean }

/** Where the focus is when a key is pressed: `text` scrolls by arrows itself, `control` takes Enter and blank itself. */
export type Place = 'page' | 'text' | 'control' | 'typing'

export type Meaning = { command: Command } | { option: number } | null

/** @returns what is meant, or nothing: a number chooses among the suggestions */
export function meaningOf(pressed: Pressed, place: Place): Meaning {
  if (place === 'typing' || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  if (place === 'control' && (pressed.key === 'Enter' || pressed.key === ' ')) return null
  if (place === 'text' && pressed.key.startsWith('Arrow')) return null
  if (/^[1-9]$/.test(pressed.key)) return { option: Number(pressed.key) - 1 }
  const key = pressed.key === '？' ? '?' : pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  const command = byKey.get(key)
  return command ? { command } : null
}

/** A key as it is printed on the keyboard. */
export const keyName = (key: string) => ({ ArrowDown: '↓', ArrowUp: '↑', Enter: '回车' })[key] ?? key.toUpperCase()
