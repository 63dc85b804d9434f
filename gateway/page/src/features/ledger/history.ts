import { fieldName } from '@/features/ledger/fields'
import type { HistoryEntry } from '@/lib/api/types'

/** By what the service calls an act. */
const acts: Record<string, string> = {
  DRAFT: '起草任务',
  ASSIGN: '交办任务',
  ACKNOWLEDGE: '签收任务',
  REPORT: '报送进展',
  SUBMIT_COMPLETION: '申请办结',
  VERIFY: '核验销号',
  RETURN: '退回办结申请',
  URGE: '催办',
  REVISE: '调整任务',
  REQUEST_EXTENSION: '申请延期',
  WITHDRAW_EXTENSION: '撤回延期申请',
  EXTEND: '同意延期',
  REFUSE_EXTENSION: '不同意延期',
  SET_MILESTONES: '设定时间节点',
  PROPOSE_MILESTONES: '拟定时间节点',
  SET_CADENCE: '设定报送频次',
  SUSPEND: '暂缓办理',
  RESUME: '恢复办理',
  REOPEN: '重新办理',
  RENEW: '进入下一周期',
  DECOMPOSE: '分解任务',
  CASCADE: '分解到县区',
  HAND_OVER: '移交分解事项',
  ROLL_UP: '汇总分解事项进展',
}

/** What happened, in words; an act that this page has no word for yet is said plainly. */
export const actWords = ({ action }: Pick<HistoryEntry, 'action'>): string => acts[action] ?? '办理记录'

/** What an entry changed, field by field; of a long text only that it was. */
export function changesOf({ details }: Pick<HistoryEntry, 'details'>): string[] {
  const changes = details?.changes
  const days = [
    details?.dueOn && `完成时限：${details.dueOnBefore ?? '无'} → ${details.dueOn}`,
    details?.cycle && `${details.cycle} 周期${details.done ? '已办结' : `未办结，进度${details.progress ?? 0}%`}`,
    details?.wantedOn && `申请延期至 ${details.wantedOn}`,
    details?.resumesOn && `将于 ${details.resumesOn} 自动恢复`,
    details?.awaited && `尚有 ${details.awaited} 个牵头单位未申请办结`,
  ].filter((words): words is string => typeof words === 'string')
  if (!Array.isArray(changes)) return days
  return (changes as { field: string; from?: string | null; to?: string | null }[]).map(({ field, from, to }) => {
    const words = fieldName(field)
    return field === 'text' ? `${words}已修改` : `${words}：${from ?? '无'} → ${to ?? '无'}`
  })
}
