import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

dayjs.locale('zh-cn')

/** Wall-clock parts as the server wrote them: its zone is the business's, whatever the browser's may be. */
function parts(instant: string) {
  const [day = '', time = ''] = shanghai(instant).split('T')
  return { day, time: time.slice(0, 5) }
}

function shanghai(instant: string): string {
  if (/[+-]\d\d:\d\d$/.test(instant) && instant.endsWith('+08:00')) return instant
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : new Date(at + 8 * 3600_000).toISOString()
}

/** `2026-11-25` → `2026年11月25日` */
export function longDay(day: string | null | undefined): string {
  if (!day) return '—'
  const [year, month, date] = day.slice(0, 10).split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** `2026-11-25T09:30:00+08:00` → `2026-11-25 09:30` */
export function moment(instant: string | null | undefined): string {
  if (!instant) return '—'
  const { day, time } = parts(instant)
  return `${day} ${time}`
}

/** What ends from one day on and before another, as a filter says it. */
export function dueRange(from: string | undefined, before: string | undefined): string | null {
  const last = before && dayjs(before).subtract(1, 'day').format('YYYY-MM-DD')
  const short = (day: string) => longDay(day).slice(5)
  if (from && last) return `${short(from)}至${short(last)}到期`
  if (from) return `${short(from)}起到期`
  return last ? `${short(last)}及以前到期` : null
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)
}

/** How a due day stands to today: 还有 3 天, 今天到期, 逾期 2 天 */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return '今天到期'
  return days > 0 ? `还有 ${days} 天` : `逾期 ${-days} 天`
}

export function dayOf(instant: string): string {
  return parts(instant).day
}

export function timeOf(instant: string): string {
  return parts(instant).time
}

export const weekday = (day: string) => `星期${'日一二三四五六'[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()]}`
