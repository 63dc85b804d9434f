import type { Step, StepRule } from '@/lib/api/types'
import { stepWords } from '@/lib/words'

export const steps = Object.keys(stepWords) as Step[]

export type Row = { step: Step; on: boolean; after: number; grace: number }

/** One row per step; those that the plan does not take come with what offices usually do. */
export function rowsOf(taken: StepRule[], usual: StepRule[]): Row[] {
  return steps.map((step, index) => {
    const own = taken.find((rule) => rule.step === step)
    const rule = own ?? usual.find((one) => one.step === step)
    return {
      step,
      on: !!own,
      after: rule?.afterWorkingDays ?? (index + 1) * 3,
      grace: rule?.graceWorkingDays ?? 2,
    }
  })
}

export const rulesOf = (rows: Row[]): StepRule[] =>
  rows
    .filter(({ on }) => on)
    .map(({ step, after, grace }) => ({ step, afterWorkingDays: after, graceWorkingDays: grace }))

/** What is wrong with the ladder, in words; null where it rises. */
export function faultOf(rows: Row[]): string | null {
  const rules = rulesOf(rows)
  for (let index = 1; index < rules.length; index++) {
    const before = rules[index - 1]!
    const rule = rules[index]!
    if (rule.afterWorkingDays <= before.afterWorkingDays)
      return `“${stepWords[rule.step]}”的逾期天数须多于“${stepWords[before.step]}”`
  }
  return null
}
