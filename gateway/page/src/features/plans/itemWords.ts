import { unnumbered } from '@/features/plans/pickedText'
import type { Item } from '@/features/plans/queue'
import type { Finding, PlanReading } from '@/lib/api/types'
import { findingWords } from '@/lib/words'

/** What kind of doubt it is. */
export function kindOf(item: Item): string {
  switch (item.kind) {
    case 'register':
      return '单位未登记'
    case 'unit':
      return item.unit.state === 'AMBIGUOUS' ? '同名单位' : '单位写法不一'
    case 'leads':
      return findingWords.NO_UNIT
    case 'finding':
      return findingWords[item.finding.code] ?? '疑点'
  }
}

/** The doubt in a sentence. */
export function saysOf(item: Item): string {
  switch (item.kind) {
    case 'register':
      return `文中有 ${item.names.length} 个单位不在单位目录中，确认名称无误后可一次登记。`
    case 'unit':
      return item.unit.state === 'AMBIGUOUS'
        ? `有多个单位都叫“${item.unit.name}”，请选定是哪一个。`
        : `“${item.unit.name}”不在单位目录中，可能是另一个单位的不同写法。`
    case 'leads':
      return `“${item.about.title}”还没有牵头单位，请指定。`
    case 'finding':
      return findingSays(item.finding)
  }
}

function findingSays({ code, text, needsPerson }: Finding): string {
  switch (code) {
    case 'WILDCARD_UNIT':
      return needsPerson
        ? `“${text}”泛指多个单位，请落实到具体单位，或确认不追加。`
        : `“${text}”泛指多个单位，未列入任务责任单位。`
    case 'UNKNOWN_UNIT':
      return `“${text}”不在本文件的成员单位名单中。`
    case 'ALIAS':
      return `“${text}”与名单中的写法不一致，已按同一单位处理。`
    case 'DATE_CONFLICT':
      return `日期前后不一致：“${text}”。`
    case 'NO_UNIT':
      return text.length > 30 ? '这项任务没有写明责任单位，请指定。' : `“${unnumbered(text)}”没有写明责任单位，请指定。`
    case 'SOFT_TARGET':
      return `“${text}”为弹性要求，请确认是否作为考核指标。`
    case 'PAST_PHASE':
      return `“${text}”在成文前已经结束，载入后不再提醒。`
    case 'DUPLICATE_TARGET':
      return `“${text}”在文中出现不止一次，按一项指标计。`
    case 'BROKEN_LINE':
      return `“${text}”原文断行或有多余空格，已接续，请核对文字。`
    default:
      return text
  }
}

/** The doubtful words among their neighbours, for where the text itself is not in sight. */
export function quoteOf(
  reading: PlanReading,
  item: Item,
  around = 24,
): { before: string; words: string; after: string } | null {
  if (!item.span || item.span.end <= item.span.start) return null
  const { start } = item.span
  const end = Math.min(item.span.end, start + 120)
  const flat = (from: number, to: number) => reading.text.slice(Math.max(0, from), to).replace(/\s+/g, '')
  return { before: flat(start - around, start), words: flat(start, end), after: flat(end, end + around) }
}
