import type { Plenary } from '@/lib/api/types'

export const standingWords: Record<Plenary['standing'], string> = {
  HELD: '已召开',
  PLANNED: '已安排',
  MISSING: '尚未安排',
  NO_MECHANISM: '尚未建立机制',
}

/** Who has none yet is named first; a word goes with each colour. */
export const standingTones: Record<Plenary['standing'], string | undefined> = {
  HELD: 'success',
  PLANNED: 'processing',
  MISSING: 'error',
  NO_MECHANISM: undefined,
}

/** The years one looks at: the next, which is being planned, this one and those before it. */
export const yearsAround = (today: string): number[] => {
  const year = Number(today.slice(0, 4))
  return [year + 1, year, year - 1, year - 2]
}

/** How far a year is, in one line. */
export function summary(plenaries: Plenary[]): string {
  const of = (standing: Plenary['standing']) => plenaries.filter((one) => one.standing === standing).length
  const bare = of('NO_MECHANISM')
  return [
    `已召开 ${of('HELD')}`,
    `已安排 ${of('PLANNED')}`,
    `尚未安排 ${of('MISSING')}`,
    ...(bare ? [`尚未建立机制 ${bare}`] : []),
  ].join('，')
}

export const placeOf = ({ countyName }: Plenary): string => countyName ?? '市本级'

/** A day that has passed while the meeting still counts as planned waits for its attendance. */
export const awaitsAttendance = ({ standing, startsAt }: Plenary, today: string): boolean =>
  standing === 'PLANNED' && !!startsAt && startsAt.slice(0, 10) < today
