import type { Indicator, Part, Phase, UnitRef } from '@/lib/api/types'

/** A document under review, before its tasks are adopted into the ledger. */

export type Span = { start: number; end: number }

export type ReadingTask = {
  ordinal: number
  startsWith: string
  title: string
  text: string
  leads: string[]
  cooperators: string[]
  wildcards: string[]
  dueOn: string | null
  indicators: (Indicator & { source?: Span; confidence?: number })[]
  source: Span | null
  confidence: number
  spans: Partial<Record<'title' | 'leads' | 'cooperators' | 'wildcards' | 'dueOn', Span>> | null
  decision: 'KEEP' | 'SKIP'
  corrected: boolean
  /** The fields in which a correction of an earlier version was taken over. */
  carried: string[]
  /** The task of the ledger that it became; null until it is adopted. */
  taskId: string | null
  /** How it stands to the version that was adopted before; null where there is none. */
  sameAs: SameAs | null
  /** By whose duties it may be led, the likeliest first. */
  suggestedUnits: SuggestedUnit[]
}

export type SuggestedUnit = { unit: UnitRef | null; name: string; role: Part; sentence: string; source: string }
export type SameAs = {
  taskId: string | null
  state: string | null
  change: 'SAME' | 'CHANGED' | 'NEW'
  differences: { field: string; from: string; to: string }[]
}

export type FindingCode =
  | 'WILDCARD_UNIT'
  | 'UNKNOWN_UNIT'
  | 'ALIAS'
  | 'DATE_CONFLICT'
  | 'NO_UNIT'
  | 'SOFT_TARGET'
  | 'PAST_PHASE'
  | 'DUPLICATE_TARGET'
  | 'BROKEN_LINE'

export type Finding = {
  id: string
  code: FindingCode
  text: string
  source: Span | null
  taskOrdinal: number | null
  needsPerson: boolean
  state: 'OPEN' | 'RESOLVED' | 'DISMISSED'
  /** What may settle it, the likeliest first. */
  suggestions: { leads: string[]; cooperators: string[]; words: string }[]
}

export type ReadingUnit = {
  name: string
  state: 'MATCHED' | 'UNKNOWN' | 'AMBIGUOUS'
  unit: UnitRef | null
  candidates: UnitRef[]
  /** Those that it may mean, with the reason. */
  suggestions: { unit: UnitRef; reason: string }[]
  occurrences: number
}

/** Where a document comes from: the meeting that passed it, whose it forwards, who has a copy. */
export type Provenance = {
  approvedBy: string | null
  forwardedFor: string | null
  copiedTo: string[]
  printedOn: string | null
}

export type PlanReading = {
  id: string
  fileName: string
  state: 'OPEN' | 'ADOPTED' | 'DISCARDED'
  version: number
  createdAt: string
  countyId: string | null
  reportDay?: number | null
  text: string
  kind: string
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
  members: string[]
  duties: { unit: string; startsWith: string; source?: Span }[]
  tasks: ReadingTask[]
  goalIndicators: (Indicator & { source?: Span })[]
  phases: (Phase & { source?: Span })[]
  deadlines: { text: string; on: string; owes: string; source?: Span }[]
  cadences: { text: string; every: string; what: string; source?: Span }[]
  findings: Finding[]
  provenance: Provenance
  sources: Record<string, { source: Span; confidence: number }> | null
  units: ReadingUnit[]
  suggestedCounty: { id: string | null; name: string } | null
  planId: string | null
  /** The last step of the review in words, while it can be taken back. */
  undoable: string | null
  /** The plan of which this is a newer version, and by what it was recognised. */
  previous: { planId: string; title: string; reason: string; decided: boolean } | null
  /** Tasks of that plan which this version names no more. */
  gone: { taskId: string; ordinal: number; title: string }[]
}

export type PlanReadingSummary = Pick<
  PlanReading,
  'id' | 'version' | 'fileName' | 'state' | 'createdAt' | 'title' | 'planId'
> & {
  tasks: number
  openFindings: number
}
