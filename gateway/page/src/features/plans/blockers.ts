import type { Finding, PlanReading, ReadingUnit } from '@/lib/api/types'

/** What still stands between a reading and its adoption. Tasks that are left out block nothing. */
export function blockersOf(reading: PlanReading): { findings: Finding[]; units: ReadingUnit[]; kept: number } {
  const kept = reading.tasks.filter(({ decision }) => decision !== 'SKIP')
  const ordinals = new Set(kept.map(({ ordinal }) => ordinal))
  const names = new Set(kept.flatMap(({ leads, cooperators }) => [...leads, ...cooperators]))
  return {
    findings: reading.findings.filter(
      ({ needsPerson, state, taskOrdinal }) =>
        needsPerson && state === 'OPEN' && (taskOrdinal === null || ordinals.has(taskOrdinal)),
    ),
    units: reading.units.filter(({ name, state }) => state !== 'MATCHED' && names.has(name)),
    kept: kept.length,
  }
}
