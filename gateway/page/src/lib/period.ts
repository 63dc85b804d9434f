export type Cadence = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY'

export const cadenceWords: Record<Cadence, string> = { WEEKLY: '每周', MONTHLY: '每月', QUARTERLY: '每季度' }

const quarters = ['一', '二', '三', '四']

/** `2026-11` → `2026年11月`, `2026-Q4` → `2026年第四季度`, `2026-W47` → `2026年第47周` */
export const periodWords = (period: string): string => `${period.slice(0, 4)}年${short(period, '第')}`

/** `2026-11` → `11月`, `2026-Q4` → `四季度`, `2026-W47` → `47周` */
export const shortPeriod = (period: string): string => short(period, '')

function short(period: string, ordinal: string): string {
  const part = period.slice(5)
  if (part.startsWith('W')) return `${ordinal}${Number(part.slice(1))}周`
  if (part.startsWith('Q')) return `${ordinal}${quarters[Number(part.slice(1)) - 1]}季度`
  return `${Number(part)}月`
}

const spans: Record<Cadence, string> = { WEEKLY: '周', MONTHLY: '月', QUARTERLY: '季度' }

/** What a period is called from within: 月, 周 or 季度, to say 本月 and 下周 with. */
export const spanWords = (period: string): string =>
  spans[period.includes('W') ? 'WEEKLY' : period.includes('Q') ? 'QUARTERLY' : 'MONTHLY']

const DAY = 86_400_000

/** The period in which a day lies; weeks are those of ISO 8601, as the service counts them. */
export function periodOfDay(day: string, cadence: Cadence): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (cadence === 'MONTHLY') return day.slice(0, 7)
  if (cadence === 'QUARTERLY') return `${year}-Q${Math.ceil(month / 3)}`
  const at = Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
  const thursday = new Date(at + (3 - ((new Date(at).getUTCDay() + 6) % 7)) * DAY)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / DAY / 7) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** The period of a day and those before it, newest first. */
export function recentPeriods(today: string, cadence: Cadence, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const at =
      cadence === 'WEEKLY'
        ? Date.parse(`${today.slice(0, 10)}T00:00:00Z`) - back * 7 * DAY
        : Date.UTC(year, month - 1 - back * (cadence === 'QUARTERLY' ? 3 : 1), 1)
    return periodOfDay(new Date(at).toISOString().slice(0, 10), cadence)
  })
}

/** What a list is narrowed to by: the last months, and what the address names beyond them, a week say. */
export const periodChoices = (today: string, chosen?: string) =>
  [...new Set([...recentPeriods(today, 'MONTHLY', 18), ...(chosen ? [chosen] : [])])]
    .sort()
    .reverse()
    .map((period) => ({ value: period, label: periodWords(period) }))

export type CutOff = { cadence: Cadence; weekday: number; monthDay: number; quarterDay: number }

const dayOfMonth = (day: number) => (day === 31 ? '最后一天' : `${day}日`)

/** By when a plan wants its reports: 每周五, 每月25日, 每季度末月最后一天 */
export function cutOffWords({ cadence, weekday, monthDay, quarterDay }: CutOff): string {
  switch (cadence) {
    case 'WEEKLY':
      return `每周${'一二三四五六日'[weekday - 1]}`
    case 'MONTHLY':
      return `每月${dayOfMonth(monthDay)}`
    case 'QUARTERLY':
      return `每季度末月${dayOfMonth(quarterDay)}`
  }
}
