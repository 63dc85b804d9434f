import { sparkOf } from '@/features/indicators/line'
import type { IndicatorPoint, IndicatorTarget } from '@/lib/api/types'

const width = 120
const height = 32

/** How it went, small enough for a row of a table; drawn by hand, so that fifty of them cost nothing. */
export function Spark({ points, target }: { points: IndicatorPoint[]; target: IndicatorTarget }) {
  if (points.length === 0) return <span className="quiet">—</span>
  const { line, last, goals } = sparkOf(points, target, width, height)
  const label = `走势：${points.map(({ value }) => value).join('、')}${target.measure}，目标${target.words}`
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ display: 'block' }}>
      <title>{label}</title>
      {goals.map((y) => (
        <line key={y} x1={0} x2={width} y1={y} y2={y} stroke="#c98a2b" strokeWidth={1} strokeDasharray="3 3" />
      ))}
      <polyline points={line} fill="none" stroke="#1d4f91" strokeWidth={1.8} strokeLinejoin="round" />
      <circle cx={last.x} cy={last.y} r={2.6} fill="#1d4f91" />
    </svg>
  )
}
