import type { HistoryEntry } from '@/lib/api/types'

const acts: Record<string, string> = {
  ASSIGN: '交办任务',
  ACKNOWLEDGE: '签收任务',
  REPORT: '报送进展',
  SUBMIT_COMPLETION: '申请办结',
  VERIFY: '核验销号',
  RETURN: '退回办结申请',
  URGE: '催办',
  REVISE: '调整任务',
  ASSIGNED: '交办任务',
  ACKNOWLEDGED: '签收任务',
  REPORTED: '报送进展',
  REPORT_SUBMITTED: '报送进展',
  REPORT_ACCEPTED: '报送审核通过',
  REPORT_RETURNED: '报送被退回',
  COMPLETION_SUBMITTED: '申请办结',
  COMPLETION_RETURNED: '退回办结申请',
  COMPLETION_VERIFIED: '核验办结',
  RETURNED: '退回办结申请',
  VERIFIED: '核验销号',
  CLOSED: '销号',
  URGED: '催办',
  EXTENDED: '调整时限',
  REOPENED: '重新办理',
}

/** What happened, in words; an act this page has no word for yet is shown as the server names it in Chinese, or plainly. */
export function actWords({ action }: Pick<HistoryEntry, 'action'>): string {
  const key = action
    .replace(/^.*[./]/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toUpperCase()
    .replace(/^TASK_/, '')
  return acts[key] ?? (/\p{Script=Han}/u.test(action) ? action : '办理记录')
}

const fields: Record<string, string> = {
  title: '任务名称',
  text: '任务内容',
  dueOn: '完成时限',
  standing: '常态化',
  indicators: '指标',
  leads: '牵头单位',
  cooperators: '配合单位',
  number: '编号',
  remark: '备注',
}

/** What an entry changed, field by field; of a long text only that it was. */
export function changesOf({ details }: Pick<HistoryEntry, 'details'>): string[] {
  const changes = details?.changes
  if (!Array.isArray(changes)) return []
  return (changes as { field: string; from?: string | null; to?: string | null }[]).map(({ field, from, to }) => {
    const words = fields[field] ?? field
    return field === 'text' ? `${words}已修改` : `${words}：${from ?? '无'} → ${to ?? '无'}`
  })
}
