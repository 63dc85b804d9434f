import type { Item } from '@/features/plans/queue'
import type { Step } from '@/features/plans/steps'
import type { PlanReading, ReadingTask, UnitRef } from '@/lib/api/types'

/** One way to settle a doubt. The one that is `suggested` is what the enter key does. */
export type Option = { label: string; why?: string; suggested?: boolean } & (
  | { act: 'steps'; steps: Step[] }
  | { act: 'match'; name: string; unitId: string }
  | { act: 'register'; names: string[] }
  | { act: 'choose' }
  | { act: 'edit' }
)

const most = 3

type Words = (unit: UnitRef) => string

/** The ways to settle it, the likeliest first. */
export function optionsOf(reading: PlanReading, item: Item, words: Words): Option[] {
  const task = reading.tasks.find(({ ordinal }) => ordinal === item.task)
  switch (item.kind) {
    case 'register':
      return [{ act: 'register', names: item.names, label: '一键登记', suggested: true }]
    case 'unit': {
      const { name, state, suggestions, candidates } = item.unit
      const likely = suggestions
      const others = candidates.filter(({ id }) => !likely.some(({ unit }) => unit.id === id))
      const sure = state === 'UNKNOWN' && (likely.length > 0 || others.length > 0)
      const matches = [
        ...likely.map(({ unit, reason }) => ({ unit, why: reason as string | undefined })),
        ...others.map((unit) => ({ unit, why: undefined })),
      ].slice(0, most)
      return [
        ...matches.map(
          ({ unit, why }, index): Option => ({
            act: 'match',
            name,
            unitId: unit.id,
            label: `就是${words(unit)}`,
            why,
            suggested: sure && index === 0,
          }),
        ),
        { act: 'choose', label: '对应到其他单位…' },
        ...(state === 'UNKNOWN' ? [{ act: 'register', names: [name], label: '登记为新单位' } as Option] : []),
      ]
    }
    case 'leads':
      return leadOptions(item.about, words)
    case 'finding':
      return findingOptions(item, task, words)
  }
}

function leadOptions(task: ReadingTask, words: Words): Option[] {
  const proposed = task.suggestedUnits.slice(0, most)
  return [
    ...proposed.map(
      ({ unit, name, sentence, source }, index): Option => ({
        act: 'steps',
        steps: [{ do: 'correct', ordinal: task.ordinal, change: { leads: [unit?.shortName ?? name] } }],
        label: `由${unit ? words(unit) : name}牵头`,
        why: `${source}：“${sentence}”`,
        suggested: index === 0,
      }),
    ),
    { act: 'choose', label: '指定单位…' },
  ]
}

function findingOptions(item: Item & { kind: 'finding' }, task: ReadingTask | undefined, words: Words): Option[] {
  const { finding } = item
  if (finding.code === 'NO_UNIT' && task) return leadOptions(task, words)
  if (finding.code === 'WILDCARD_UNIT' && task && finding.needsPerson) {
    const learned = finding.suggestions.slice(0, most).map(
      ({ leads, cooperators, words: why }, index): Option => ({
        act: 'steps',
        steps: [resolvedWildcard(task, finding.text, { leads, cooperators })],
        label: [...leads, ...cooperators].join('、'),
        why,
        suggested: index === 0,
      }),
    )
    return [
      ...learned,
      { act: 'choose', label: '指定单位…' },
      {
        act: 'steps',
        steps: [resolvedWildcard(task, finding.text, { leads: [], cooperators: [] })],
        label: '不追加单位',
      },
    ]
  }
  return [
    {
      act: 'steps',
      steps: [{ do: 'decide', finding: finding.id, state: 'RESOLVED' }],
      label: '已核对',
      suggested: true,
    },
    ...(task ? [{ act: 'edit', label: '更正任务…' } as Option] : []),
  ]
}

type Named = { leads: string[]; cooperators: string[] }

/** Units take the place of a phrase that stood for many; who leads already does not cooperate as well. */
export function resolvedWildcard(task: ReadingTask, phrase: string, { leads, cooperators }: Named): Step {
  const wildcards = task.wildcards.filter((one) => !(phrase.includes(one) || one.includes(phrase)))
  const more = {
    leads: [...new Set([...task.leads, ...leads])],
    cooperators: [...new Set([...task.cooperators, ...cooperators])].filter(
      (name) => !task.leads.includes(name) && !leads.includes(name),
    ),
  }
  const grown = (['leads', 'cooperators'] as const).filter((part) => more[part].length > task[part].length)
  const change = { wildcards, ...Object.fromEntries(grown.map((part) => [part, more[part]])) }
  return { do: 'correct', ordinal: task.ordinal, change }
}

/** What a unit chooser does with what was chosen. */
export function chosenStep(item: Item, task: ReadingTask | undefined, units: UnitRef[]): Step | null {
  if (!task || units.length === 0) return null
  const names = units.map(({ shortName }) => shortName)
  if (item.kind === 'finding' && item.finding.code === 'WILDCARD_UNIT')
    // They cooperate, and lead where nobody else does.
    return resolvedWildcard(
      task,
      item.finding.text,
      task.leads.length > 0 ? { leads: [], cooperators: names } : { leads: names, cooperators: [] },
    )
  return { do: 'correct', ordinal: task.ordinal, change: { leads: names } }
}
