import type { RectificationAction, RectificationSource, RectificationState } from '@/lib/api/types'

export const stateWords: Record<RectificationState, string> = {
  OPEN: '待制定方案',
  PLAN_SUBMITTED: '方案待审核',
  PLANNED: '整改中',
  RECTIFIED: '待复查',
  CLOSED: '已销号',
  HELD: '长效保持',
  RECURRED: '问题反弹',
  WITHDRAWN: '已撤销',
}
export const stateTones: Record<RectificationState, string | undefined> = {
  OPEN: 'gold',
  PLAN_SUBMITTED: 'purple',
  PLANNED: 'blue',
  RECTIFIED: 'purple',
  CLOSED: 'green',
  HELD: 'green',
  RECURRED: 'red',
  WITHDRAWN: undefined,
}
export const sourceWords: Record<RectificationSource, string> = {
  INSPECTION: '督查检查',
  EXPERT: '专家评估',
  COMPLAINT: '群众投诉',
  SELF_CHECK: '单位自查',
}
export const stepWords: Record<RectificationAction, string> = {
  OPEN: '登记问题',
  SUBMIT_PLAN: '提交整改方案',
  AGREE_PLAN: '同意方案',
  RETURN_PLAN: '退回方案',
  COMPLETE: '完成整改，申请复查',
  PASS: '复查合格，销号',
  FAIL: '复查不合格，退回整改',
  HOLD: '回头看：未见反弹',
  RECUR: '回头看：问题反弹',
  WITHDRAW: '撤销',
}
/** What the row waits for: the day in the list belongs to it. */
export const deadlineWords: Record<RectificationState, string> = {
  OPEN: '报方案',
  PLAN_SUBMITTED: '完成整改',
  PLANNED: '完成整改',
  RECTIFIED: '',
  CLOSED: '回头看',
  HELD: '',
  RECURRED: '',
  WITHDRAWN: '',
}
