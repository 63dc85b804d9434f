import type { Cycle, IndicatorPoint, RollUp, Standing } from '@/lib/api/types'

export const standingWords: Record<Standing, string> = {
  REACHED: '已达标',
  ON_TRACK: '可按期达标',
  SHORT: '未达标',
  LAGGING: '进度滞后',
  MISSED: '到期未达标',
  NO_DATA: '尚无数据',
}
export const standingColours: Record<Standing, string> = {
  REACHED: '#2f8f5b',
  ON_TRACK: '#2f6fc4',
  SHORT: '#66758a',
  LAGGING: '#d99a1c',
  MISSED: '#c43d34',
  NO_DATA: '#b3bdca',
}
export const cycleWords: Record<Cycle, string> = { MONTH: '每月', QUARTER: '每季度', YEAR: '每年' }
export const rollUpWords: Record<RollUp, string> = {
  SUM: '各单位相加',
  WEIGHTED_MEAN: '按权数加权平均',
  LATEST: '以最新填报为准',
}
export const operatorWords: Record<string, string> = {
  '>=': '不低于',
  '<=': '不超过',
  '=': '达到',
  between: '介于',
}

/** `2026-11` → `2026年11月`, `2026-Q4` → `2026年第4季度`, `2026` → `2026年` */
export function periodWords(period: string): string {
  const [year, part] = period.split('-')
  if (!part) return `${year}年`
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`
}

/** As short as a column's head: `26.11`, `26Q4`, `2026` */
export function shortPeriod(period: string): string {
  const [year = '', part] = period.split('-')
  if (!part) return year
  return part.startsWith('Q') ? `${year.slice(2)}${part}` : `${year.slice(2)}.${Number(part)}`
}

/** What of a point is not new: 其中 2 个单位沿用上期 */
export function carriedWords(point: IndicatorPoint): string {
  return point.carried > 0 ? `其中${point.carried}个单位沿用此前数值` : ''
}
