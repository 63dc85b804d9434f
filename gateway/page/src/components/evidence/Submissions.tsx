import { EvidenceList } from '@/components/evidence/EvidenceList'
import { UnitName } from '@/components/UnitNames'
import type { EvidenceSubmission, UnitRef } from '@/lib/api/types'
import { moment } from '@/lib/time'

/** What was handed in and when, the newest first; `unitOf` where several units hand in. */
export function Submissions({
  submissions,
  unitOf,
}: {
  submissions: EvidenceSubmission[]
  unitOf?: (id: string) => UnitRef | undefined
}) {
  return (
    <div className="stack tight">
      {submissions.map(({ unitId, at, by, current, files }) => {
        const unit = unitOf?.(unitId)
        return (
          <div key={`${unitId} ${at}`}>
            <div className="row wrap small quiet">
              {unit && <UnitName unit={unit} />}
              <span>
                {moment(at)} {by}
              </span>
              {!current && <span>（此前提交）</span>}
            </div>
            <EvidenceList files={files} />
          </div>
        )
      })}
    </div>
  )
}
