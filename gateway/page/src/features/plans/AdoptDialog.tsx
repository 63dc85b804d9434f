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
  const versions = versionWords(props.reading)
  return (
    <Modal
      open
      title={whole ? `采纳并交办 ${ready.length} 项任务？` : `先纳入其余 ${ready.length} 项任务？`}
      okText="采纳"
      okButtonProps={{ autoFocus: true, loading: props.busy }}
      onOk={adopt}
      onCancel={props.onClose}
      width={480}
    >
      <div className="stack tight">
        {versions && <p>{versions}。</p>}
        <p>采纳后任务即进入台账，各单位会收到交办提醒。</p>
        {rest > 0 && <p>其余 {rest} 项留在本页，核定后再行纳入同一计划，已纳入的不会重复交办。</p>}
        {props.remarks > 0 && <p className="quiet">另有 {props.remarks} 处提示尚未核对，不影响纳入。</p>}
        <ProblemView reason={props.problem} />
      </div>
    </Modal>
  )
}
