import type { Role, UnitRef } from '@/lib/api/types'

/** Counties, units, posts and who holds them. */

export type County = { id: string; name: string }

export type Unit = {
  id: string
  name: string
  shortName: string
  aliases: string[]
  level: string
  county: County | null
  retired: boolean
  version: number
}

export type Post = {
  id: string
  unit: UnitRef
  title: string
  role: Role
  holder: { personId: string; name: string; email: string | null; phone: string | null; since: string } | null
  version: number
}

export type Holding = { personId: string; name: string; since: string; until: string | null }
export type Person = { id: string; name: string; email?: string | null; phone?: string | null }

export type SheetOutcome = {
  units: { created: number; updated: number }
  posts: { created: number; updated: number }
  errors: { sheet: string; row: number; column: string | number | null; detail: string }[]
}
