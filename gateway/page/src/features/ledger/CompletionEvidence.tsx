import { Submissions } from '@/components/evidence/Submissions'
import { Panel } from '@/components/Panel'
import type { Task } from '@/lib/api/types'

/** What lead units handed in with their completions. */
export function CompletionEvidence({ task }: { task: Task }) {
  if (task.completionEvidence.length === 0) return null
  const units = new Map([...task.parts, ...task.released].map(({ unit }) => [unit.id, unit]))
  return (
    <Panel title="办结佐证材料">
      <Submissions submissions={task.completionEvidence} unitOf={(id) => units.get(id)} />
    </Panel>
  )
}
