import type { CountyCell, CountyLine, CountyStanding, Light } from '@/lib/api/types'
import { lights, lightWords, taskStateWords } from '@/lib/words'

export const cellOf = (line: CountyLine, county: string): CountyCell | undefined =>
  line.cells.find((cell) => cell.county === county)

/** What a cell says to whoever cannot see its colour, or wants more than fits in it. */
export function cellWords(cell: CountyCell): string {
  return [
    lightWords[cell.light],
    taskStateWords[cell.state],
    `进度 ${cell.progress}%`,
    cell.pieces > 0 && `已分解 ${cell.pieces} 项，已销号 ${cell.closedPieces} 项`,
    cell.direct && '由本县区单位直接牵头',
    cell.lightReason,
  ]
    .filter(Boolean)
    .join('，')
}

/** Lights that are on in a county, the worst first, in words. */
export function lightsWords(standing: CountyStanding): string {
  const counted: Partial<Record<string, number>> = standing.lights
  return lights
    .filter((light: Light) => (counted[light] ?? 0) > 0)
    .map((light) => `${lightWords[light]} ${counted[light]}`)
    .join('，')
}

/** How many of the counties that have a share of the task have closed it. */
export function closedWords(line: CountyLine): string {
  const closed = line.cells.filter(({ state }) => state === 'CLOSED').length
  return `${line.cells.length} 个县区承担，${closed} 个已销号`
}
