import type { TaskState } from '@/lib/api/types'
import { taskStateWords } from '@/lib/words'

const names: Record<string, string> = {
  title: '任务名称',
  text: '任务内容',
  dueOn: '完成时限',
  standing: '常态化',
  kind: '类型',
  indicators: '指标',
  leads: '牵头单位',
  cooperators: '配合单位',
  givenBy: '分解单位',
  number: '编号',
  remark: '备注',
  state: '状态',
  progress: '进度',
  milestones: '时间节点',
  cadence: '报送频次',
  proposedMilestones: '拟定的时间节点',
}

export const fieldName = (field: string) => names[field] ?? field

/** A value of a field as an official reads it. */
export function valueWords(field: string, value: string | null | undefined): string {
  if (!value) return '无'
  if (field === 'state') return taskStateWords[value as TaskState] ?? value
  return field === 'progress' ? `${value}%` : value
}
