import type { Measure, ScoringItem, ScoringMeasure, ScoringRules } from '@/lib/api/types'

/** Rules as they are being written: what is not filled in yet is empty. */
export type ItemRow = { measure: Measure; points: number | null; cap: number | null }
export type PartRow = { name: string; weight: number | null; items: ItemRow[] }
export type Draft = { parts: PartRow[]; bonus: ItemRow[]; bonusCap: number | null }

const itemRow = ({ measure, points, cap }: ScoringItem): ItemRow => ({ measure, points, cap: cap ?? null })

export const draftOf = (rules: ScoringRules): Draft => ({
  parts: rules.parts.map(({ name, weight, items }) => ({ name, weight, items: items.map(itemRow) })),
  bonus: rules.bonus.map(itemRow),
  bonusCap: rules.bonusCap ?? null,
})

const item = ({ measure, points, cap }: ItemRow): ScoringItem => ({ measure, points: points ?? 0, cap })

export const rulesOf = (draft: Draft): ScoringRules => ({
  parts: draft.parts.map(({ name, weight, items }) => ({
    name: name.trim(),
    weight: weight ?? 0,
    items: items.map(item),
  })),
  bonus: draft.bonus.map(item),
  bonusCap: draft.bonusCap,
})

export const same = (one: ScoringRules, other: ScoringRules) =>
  JSON.stringify(rulesOf(draftOf(one))) === JSON.stringify(rulesOf(draftOf(other)))

/** What can still be counted: each kind of fact counts once. */
export function unused(draft: Draft, measures: ScoringMeasure[], bonus: boolean): ScoringMeasure[] {
  const used = new Set([...draft.parts.flatMap(({ items }) => items), ...draft.bonus].map(({ measure }) => measure))
  return measures.filter((one) => one.bonus === bonus && !used.has(one.measure))
}

/** What is wrong with the rules, in words; null where they can be tried. */
export function faultOf(draft: Draft): string | null {
  if (draft.parts.length === 0) return '至少要有一类考核内容'
  const names = draft.parts.map(({ name }) => name.trim())
  if (names.some((name) => !name)) return '有一类没有名称'
  if (new Set(names).size < names.length) return '有两类同名'
  const weights = draft.parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  if (weights !== 100) return `各类权重相加须为 100，现在是 ${weights}`
  const bare = draft.parts.find(({ items }) => items.length === 0)
  if (bare) return `“${bare.name}”还没有扣分项`
  for (const { points, cap } of [...draft.parts.flatMap(({ items }) => items), ...draft.bonus]) {
    if (!points || points <= 0) return '每一项都要有大于 0 的分值'
    if (cap !== null && cap < points) return '上限不能低于一次的分值'
  }
  return null
}

/** 5 rather than 5.00; what is being typed stays as it is. */
export const shortly = (
  value: number | string | undefined,
  { userTyping, input }: { userTyping: boolean; input: string },
) => (userTyping || value === undefined || value === '' ? input : String(Number(value)))

/** What an item counts, in words: 每次扣 5 分，每月至多扣 30 分. */
export function termsOf(verb: string, { measure, points, cap }: ScoringItem): string {
  const each = `${measure === 'FEATURE' ? '一项至多加' : `每次${verb}`} ${points} 分`
  return cap == null ? each : `${each}，每月至多${verb} ${cap} 分`
}
