import type { IndicatorPoint, IndicatorTarget } from '@/lib/api/types'

const margin = 4

/** Where a small line runs: points and targets in one scale, higher is up. */
export function sparkOf(
  points: Pick<IndicatorPoint, 'value'>[],
  target: Pick<IndicatorTarget, 'value' | 'upper'>,
  width: number,
  height: number,
) {
  const goals = [target.value, ...(target.upper == null ? [] : [target.upper])]
  const all = [...points.map(({ value }) => value), ...goals]
  const least = Math.min(...all)
  const span = Math.max(...all) - least || 1
  const y = (value: number) => round(height - margin - ((value - least) / span) * (height - 2 * margin))
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0
  const at = points.map(({ value }, n) => ({
    x: round(points.length > 1 ? margin + n * step : width / 2),
    y: y(value),
  }))
  return {
    line: at.map(({ x, y }) => `${x},${y}`).join(' '),
    last: at[at.length - 1] ?? { x: 0, y: 0 },
    goals: [...new Set(goals.map(y))],
  }
}

const round = (value: number) => Math.round(value * 10) / 10
