import type { ComplaintAction, ComplaintKind, ComplaintState } from '@/lib/api/types'

export const kindWords: Record<ComplaintKind, string> = { COMPLAINT: '投诉', SUGGESTION: '建议' }
export const stateWords: Record<ComplaintState, string> = {
  RECEIVED: '待受理',
  VERIFIED: '待转办',
  REJECTED: '不予受理',
  GIVEN: '办理中',
  ANSWER_SUBMITTED: '答复待审核',
  ANSWERED: '已答复',
  RATED: '已评价',
}
export const stateTones: Record<ComplaintState, string | undefined> = {
  RECEIVED: 'gold',
  VERIFIED: 'gold',
  REJECTED: undefined,
  GIVEN: 'blue',
  ANSWER_SUBMITTED: 'purple',
  ANSWERED: 'green',
  RATED: 'green',
}
export const stepWords: Record<ComplaintAction, string> = {
  FILE: '群众提交',
  VERIFY: '受理',
  REJECT: '不予受理',
  GIVE: '转办',
  SUBMIT_ANSWER: '报送答复',
  APPROVE_ANSWER: '同意答复',
  RETURN_ANSWER: '退回答复',
  RATE: '群众评价',
  TAKE_OVER: '接办',
}
