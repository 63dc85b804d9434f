import type { UnitRef } from '@/lib/api/types'

/** Joint conferences: the mechanism, its meetings, their minutes. */

export type Mechanism = {
  id: string
  name: string
  convenerPostId: string | null
  delegatePostIds: string[]
  officeUnitId: string | null
  members: { unitId: string; duty: string | null; unit?: UnitRef }[]
  cadence: string
  defaultDueDays: number
  requestNoticeDays: number
  version: number
}

export type Consent = { postId: string; title: string; name: string; at: string }
export type Resolution = {
  id: string
  ordinal: number
  text: string
  leadUnitIds: string[]
  cooperatingUnitIds: string[]
  leads: UnitRef[]
  cooperators: UnitRef[]
  dueOn: string | null
  dueByDefault: boolean
}

export type Meeting = {
  id: string
  version: number
  mechanismId: string
  mechanismName: string
  title: string
  kind: 'REGULAR' | 'EXTRAORDINARY'
  form: MeetingForm
  cause: string | null
  startsAt: string
  place: string
  state: 'REQUESTED' | 'CONVENED' | 'HELD' | 'MINUTES_ISSUED' | 'CANCELLED'
  consent: Consent | null
  agenda: { id: string; ordinal: number; topic: string; proposedBy: UnitRef | null; consent: Consent | null }[]
  attendance: {
    unit: UnitRef
    reply: 'ATTEND' | 'DEPUTY' | 'ABSENT' | null
    deputyName: string | null
    reason: string | null
    attended: boolean | null
  }[]
  minutes: {
    state: 'DRAFT' | 'ISSUED'
    text: string | null
    documentNumber: string | null
    issuedOn: string | null
    resolutions: Resolution[]
    recipients: { unit: UnitRef; receivedAt: string | null }[]
  } | null
  guests: string[]
  requestedBy: UnitRef | null
  shortNotice: boolean
  cancelReason: string | null
  /** How many units are invited, whoever is listed: a unit sees its own row only. */
  invited: number
  allowed: MeetingAction[]
}

export type MeetingForm = 'PLENARY' | 'TOPICAL' | 'LIAISON'

/** How a mechanism, or a county that has none, stands with its plenary of a year. */
export type Plenary = {
  countyId: string | null
  countyName: string | null
  mechanismId: string | null
  mechanismName: string | null
  office: UnitRef | null
  standing: 'HELD' | 'PLANNED' | 'MISSING' | 'NO_MECHANISM'
  meetingId: string | null
  startsAt: string | null
}

export type MeetingAction =
  | 'CONSENT'
  | 'CHANGE'
  | 'CANCEL'
  | 'PROPOSE_AGENDA_ITEM'
  | 'CONSENT_AGENDA_ITEM'
  | 'REPLY'
  | 'TAKE_ATTENDANCE'
  | 'EDIT_MINUTES'
  | 'ISSUE_MINUTES'
  | 'CONFIRM_RECEIPT'
