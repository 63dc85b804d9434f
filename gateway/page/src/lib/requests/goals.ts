import { useInfiniteQuery } from '@tanstack/react-query'
import { actsOn, type Target } from '@/lib/acts'
import type { components } from '@/lib/api/generated/task'
import type { Goal } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']
export type GoalWords = Documented['GoalWords']

export const useGoals = (filter: { year?: string; unit?: string; county?: string; state?: string }) =>
  useInfiniteQuery(pagesOf<Goal>(keys.goals, '/api/goals', filter))

const done = (words: string) => ({ done: words, refresh: [keys.goals], showsProblem: true })
const act = actsOn<Goal>('/api/goals')

export const useSetGoal = () =>
  useWrite((goal: Documented['NewGoal']) => http.post<Goal>('/api/goals', goal), done('年度目标已确定'))
export const useReviseGoal = () =>
  useWrite(
    ({ id, version, ...words }: Target & GoalWords) => http.put<Goal>(`/api/goals/${id}`, words, version),
    done('年度目标已修改'),
  )
export const useDropGoal = () =>
  useWrite(({ id, version }: Target) => http.delete<void>(`/api/goals/${id}`, version), {
    done: '年度目标已撤销',
    refresh: [keys.goals],
  })
export const useAssessGoal = () =>
  useWrite(act<Documented['GoalAssessment']>('assessment'), done('自评已提交，等待评定'))
// The dialog of words has no place for a problem.
export const useReturnGoal = () =>
  useWrite(act<Documented['GoalReturn']>('return'), { done: '已退回，单位将收到提醒', refresh: [keys.goals] })
export const useReviewGoal = () => useWrite(act<Documented['GoalReview']>('review'), done('已评定，单位将收到提醒'))
