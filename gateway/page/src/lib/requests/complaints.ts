import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { actsOn } from '@/lib/acts'
import type { components } from '@/lib/api/generated/task'
import type { Complaint, ComplaintRow, Satisfaction } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

type Documented = components['schemas']

type ComplaintFilter = {
  state?: string
  kind?: string
  unit?: string
  county?: string
  overdue?: string
  q?: string
}

export const useComplaints = (filter: ComplaintFilter) =>
  useInfiniteQuery(pagesOf<ComplaintRow>(keys.complaints, '/api/complaints', filter))

export const useComplaint = (id: string) =>
  useQuery({ queryKey: [...keys.complaints, id], queryFn: () => http.get<Complaint>(`/api/complaints/${id}`) })

export const useSatisfaction = () =>
  useQuery({
    queryKey: [...keys.complaints, 'satisfaction'],
    queryFn: () => http.get<Satisfaction>('/api/complaints/satisfaction'),
  })

/** Each look at it is kept on record, so it is asked for only when somebody wants to call. */
export const useContact = () =>
  useWrite((id: string) => http.get<Documented['ComplaintContact']>(`/api/complaints/${id}/contact`))

const refresh = [keys.complaints, keys.rectifications]
const done = (words: string) => ({ done: words, refresh })
const act = actsOn<Complaint>('/api/complaints')

export const useVerifyComplaint = () => useWrite(act<object>('verification'), done('已受理'))
export const useRejectComplaint = () => useWrite(act<{ reason: string }>('rejection'), done('已记为不予受理'))
export const useTakeOver = () => useWrite(act<object>('handling'), done('已接办'))
export const useGive = () =>
  useWrite(act<Documented['ComplaintGiving']>('giving'), { ...done('已转办，承办单位将收到提醒'), showsProblem: true })
export const useAnswer = () => useWrite(act<{ answer: string }>('answer'), done('答复已报送，等待审核'))
export const useApproveAnswer = () => useWrite(act<object>('answer/approval'), done('已同意，群众可凭查询码看到答复'))
export const useReturnAnswer = () =>
  useWrite(act<{ reason: string }>('answer/return'), done('已退回，承办单位将收到提醒'))
export const useRectify = () =>
  useWrite(
    ({ id, ...words }: { id: string } & Documented['ComplaintRectification']) =>
      http.post<Complaint>(`/api/complaints/${id}/rectification`, words),
    { ...done('已登记整改'), showsProblem: true },
  )
