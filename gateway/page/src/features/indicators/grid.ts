import { periodWords } from '@/features/indicators/words'
import type { Cycle, IndicatorValue, TrackedIndicator } from '@/lib/api/types'
import { recentPeriods } from '@/lib/period'

export type Cell = { value: IndicatorValue | undefined; mayEnter: boolean }
export type GridRow = {
  unit: TrackedIndicator['measuring'][number]
  cells: Record<string, Cell>
}

/** Units down, periods across. */
export function gridOf({ measuring, periods, values, measurable }: TrackedIndicator): GridRow[] {
  const found = new Map(values.map((value) => [`${value.unitId} ${value.period}`, value]))
  const own = new Set(measurable)
  return measuring.map((unit) => ({
    unit,
    cells: Object.fromEntries(
      periods.map(({ period }) => [
        period,
        { value: found.get(`${unit.unit.id} ${period}`), mayEnter: own.has(unit.unit.id) },
      ]),
    ),
  }))
}

const back: Record<Cycle, number> = { MONTH: 12, QUARTER: 8, YEAR: 5 }

function recent(cycle: Cycle, today: string): string[] {
  if (cycle === 'YEAR') return Array.from({ length: back.YEAR }, (_, ago) => String(Number(today.slice(0, 4)) - ago))
  return recentPeriods(today, cycle === 'QUARTER' ? 'QUARTERLY' : 'MONTHLY', back[cycle])
}

/** The periods that a value can be entered for, newest first: figures of a month are known only when it is over. */
export const enterable = ({ cycle, periods }: Pick<TrackedIndicator, 'cycle' | 'periods'>, today: string) =>
  [...new Set([...periods.map(({ period }) => period), ...recent(cycle, today)])]
    .sort()
    .reverse()
    .map((period) => ({ value: period, label: periodWords(period) }))

const digits = 6

/** What must be mended before a value may leave; nothing where it is right. */
export function entryMistake(value: number | null | undefined): string | null {
  if (value === null || value === undefined || Number.isNaN(value)) return '请填写数值'
  if (Math.abs(value) >= 1e15) return '数值过大'
  const [, fraction = ''] = String(value).split('.')
  return fraction.length > digits ? `小数不超过 ${digits} 位` : null
}

/** What is allowed but would make a reader ask. */
export function entryDoubt(value: number | null | undefined, before: number | null, measure: string): string | null {
  if (value === null || value === undefined) return null
  if (measure === '%' && (value > 100 || value < 0)) return '比率通常在 0 到 100 之间，请核对'
  if (measure === '%' && value > 0 && value < 1)
    return `是 ${value}% 还是 ${Math.round(value * 10000) / 100}%？比率请按百分数填写`
  if (before !== null && measure !== '%' && value < before)
    return `低于此前的 ${before}${measure}，累计数一般不减少，请核对`
  return null
}
