import type { Light, LightRule } from '@/lib/api/types'
import { taskLightWords } from '@/lib/words'

type Kind = LightRule['when']

/** A rule as a sentence around its number; where there is none, the sentence is whole. */
export const sentences: Record<Kind, { words: string; before: string; after: string; least: number; most: number }> = {
  OVERDUE: { words: '超过办结期限', before: '超过办结期限多于', after: '天', least: 0, most: 365 },
  REPORT_OVERDUE: { words: '报送逾期', before: '报送逾期多于', after: '天', least: 0, most: 60 },
  BEHIND: { words: '落后序时进度', before: '落后序时进度', after: '个百分点及以上', least: 1, most: 100 },
  NOT_STARTED: {
    words: '下达后未启动',
    before: '下达（周期性任务自本周期开始）满',
    after: '个月，进度仍为 0',
    least: 1,
    most: 24,
  },
  RETURNED: { words: '被退回', before: '办结申请或报送被退回，尚未重新提交', after: '', least: 0, most: 0 },
  DUE_WITHIN: { words: '临近办结期限', before: '距办结期限', after: '天以内', least: 0, most: 365 },
  DONE_LATE: { words: '逾期办结', before: '办结晚于期限多于', after: '天', least: 0, most: 365 },
}

const lit: Light[] = ['RED', 'YELLOW', 'BLUE']
const running: Kind[] = ['OVERDUE', 'REPORT_OVERDUE', 'BEHIND', 'NOT_STARTED', 'RETURNED', 'DUE_WITHIN']
const usual: Record<Kind, number> = {
  OVERDUE: 0,
  REPORT_OVERDUE: 0,
  BEHIND: 10,
  NOT_STARTED: 1,
  RETURNED: 0,
  DUE_WITHIN: 7,
  DONE_LATE: 0,
}

export type Row = { light: Light; when: Kind; on: boolean; number: number }
export const counts = (when: Kind) => when !== 'RETURNED'
export const groups: Light[] = [...lit, 'DONE_LATE']

/** Every rule that could be, the ones in force switched on. */
export function rowsOf(rules: LightRule[]): Row[] {
  const rowOf = (light: Light, when: Kind): Row => {
    const own = rules.find((rule) => rule.light === light && rule.when === when)
    return { light, when, on: !!own, number: own?.number ?? usual[when] }
  }
  return [...lit.flatMap((light) => running.map((when) => rowOf(light, when))), rowOf('DONE_LATE', 'DONE_LATE')]
}

export const rulesOf = (rows: Row[]): LightRule[] =>
  rows.filter(({ on }) => on).map(({ light, when, number }) => ({ light, when, number: counts(when) ? number : null }))

/** What is wrong with the rules, in words; null where each can light something. */
export function faultOf(rows: Row[]): string | null {
  for (const when of running) {
    const own = rows.filter((row) => row.on && row.when === when)
    for (let index = 1; index < own.length; index++) {
      const graver = own[index - 1]!
      const calmer = own[index]!
      const { words } = sentences[when]
      if (!counts(when)) return `“${words}”只能亮一种灯`
      const hidden = when === 'DUE_WITHIN' ? calmer.number <= graver.number : calmer.number >= graver.number
      if (hidden)
        return `“${words}”：${taskLightWords[calmer.light]}的数字须${when === 'DUE_WITHIN' ? '大于' : '小于'}${taskLightWords[graver.light]}的，否则永远不会亮`
    }
  }
  return null
}

export const sentenceOf = ({ when, number }: LightRule) => {
  const { before, after } = sentences[when]
  return counts(when) ? `${before} ${number} ${after}` : before
}

export const same = (one: LightRule[], other: LightRule[]) =>
  JSON.stringify(rulesOf(rowsOf(one))) === JSON.stringify(rulesOf(rowsOf(other)))

/** How a count would change: +3, -2, or nothing. */
export const change = (then: number, tried: number) =>
  tried === then ? '' : tried > then ? `+${tried - then}` : `−${then - tried}`
