import type { Finding } from '@/lib/api/types'
import type { TaskCorrection } from '@/lib/requests/readings'

/** A step of the review as it is decided, before it is sent. */
export type Step =
  | { do: 'correct'; ordinal: number; change: TaskCorrection }
  | { do: 'decide'; finding: string; state: Finding['state'] }
