import { Modal } from 'antd'
import { ProblemView } from '@/components/ProblemView'
import type { Readiness } from '@/features/plans/blockers'
import { versionWords } from '@/features/plans/versions'
import type { PlanReading } from '@/lib/api/types'

/** The one step into the ledger: says what enters, what stays, and asks once. */
export function AdoptDialog(props: {
  reading: PlanReading
  readiness: Readiness
  remarks: number
  busy: boolean
  problem: unknown
  onClose: () => void
  onAdopt: (ordinals: number[] | undefined) => void
}) {
  const { open, ready } = props.readiness
  const whole = ready.length === open.length
  const rest = open.length - ready.length
  const adopt = () => props.onAdopt(whole ? undefined : ready)
  const newer = props.reading.previous !== null
  return (
    <Modal
      open
      title={titleOf(newer, whole, ready.length)}
      okText="采纳"
      okButtonProps={{ autoFocus: true, loading: props.busy }}
      onOk={adopt}
      onCancel={props.onClose}
      width={480}
    >
      <div className="stack tight">
        {newer ? (
          <>
            <p>{versionWords(props.reading, ready)}。</p>
            <p>采纳后即更新台账，新增的任务交办责任单位，变更的任务通知有关单位。</p>
          </>
        ) : (
          <p>采纳后任务即进入台账，各单位会收到交办提醒。</p>
        )}
        {rest > 0 && <p>另有 {rest} 项待核定，留在本页，核定后再纳入同一计划；已纳入的不会重复交办。</p>}
        {props.remarks > 0 && <p className="quiet">还有 {props.remarks} 处提示尚未核对，不影响纳入。</p>}
        <ProblemView reason={props.problem} />
      </div>
    </Modal>
  )
}

function titleOf(newer: boolean, whole: boolean, count: number): string {
  if (newer) return whole ? '采纳新版本，更新原计划？' : `先按新版本更新没有疑点的 ${count} 项？`
  return whole ? `采纳并交办 ${count} 项任务？` : `先纳入没有疑点的 ${count} 项任务？`
}
