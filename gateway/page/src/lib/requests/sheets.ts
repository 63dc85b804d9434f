import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  LedgerImport,
  LedgerImportOutcome,
  LedgerImportRow,
  LedgerImportSummary,
  List,
  SheetField,
} from '@/lib/api/types'
import { address, http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { pagesOf } from '@/lib/pages'
import type { TaskFilter } from '@/lib/requests/tasks'
import { useWrite } from '@/lib/write'

/** Where the ledger is fetched as a sheet; without columns it has them all and can be edited and imported back. */
export const ledgerSheet = (filter: TaskFilter, columns?: string[]) =>
  address('/api/ledger.xlsx', { ...filter, columns: columns?.join(',') })
export const errorSheet = (id: string) => `/api/ledger-imports/${id}/errors.xlsx`

export const useImports = () =>
  useQuery({
    queryKey: [...keys.sheets, 'list'],
    queryFn: async () => (await http.get<List<LedgerImportSummary>>('/api/ledger-imports', { limit: 20 })).items,
  })

const importQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.sheets, id], queryFn: () => http.get<LedgerImport>(`/api/ledger-imports/${id}`) })
export const useImport = (id: string) => useQuery(importQuery(id))

export const useImportRows = (id: string, version: number, state: string) =>
  useInfiniteQuery(
    pagesOf<LedgerImportRow>([...keys.sheets, id, 'rows', version], `/api/ledger-imports/${id}/rows`, {
      state: state || undefined,
    }),
  )

export const useUploadLedger = () =>
  useWrite(
    ({ file, countyId }: { file: File; countyId?: string }) => {
      const form = new FormData()
      form.append('file', file)
      return http.upload<LedgerImport>('/api/ledger-imports', form, { countyId })
    },
    { refresh: [[...keys.sheets, 'list']], showsProblem: true },
  )

export type ImportPatch = {
  sheet?: number
  headerRow?: number
  columns?: { index: number; field: SheetField | null }[]
  planId?: string
  newPlanTitle?: string
  reportDay?: number
  countyId?: string
  ofCity?: boolean
}

/** Every choice answers with the whole import, which takes the old one's place at once. */
function useChoice<V>(id: string, call: (value: V) => Promise<LedgerImport>, done?: string) {
  const client = useQueryClient()
  return useWrite(
    async (value: V) => {
      const answer = await call(value)
      client.setQueryData(importQuery(id).queryKey, answer)
      return answer
    },
    { done, refresh: [[...keys.sheets, id]] },
  )
}

export const useChangeImport = (id: string) =>
  useChoice(id, ({ version, change }: { version: number; change: ImportPatch }) =>
    http.patch<LedgerImport>(`/api/ledger-imports/${id}`, change, version),
  )
export const useMatchImportUnit = (id: string) =>
  useChoice(
    id,
    ({ name, unitId }: { name: string; unitId: string }) =>
      http.put<LedgerImport>(`/api/ledger-imports/${id}/aliases`, { name, unitId }),
    '已对应，以后遇到这一写法将自动识别',
  )
export const useTryImport = (id: string) =>
  useWrite(
    (version: number) =>
      http.post<LedgerImportOutcome>(`/api/ledger-imports/${id}/adoption`, { dryRun: true }, version),
    { showsProblem: true },
  )
export const useAdoptImport = (id: string) =>
  useWrite(
    (version: number) =>
      http.post<LedgerImportOutcome>(`/api/ledger-imports/${id}/adoption`, { dryRun: false }, version),
    {
      done: '台账已导入，变动已通知各单位',
      refresh: [keys.sheets, keys.plans, keys.tasks, keys.rounds, keys.overview, keys.counts],
      showsProblem: true,
    },
  )
export const useDiscardImport = (id: string) =>
  useWrite((version: number) => http.delete<void>(`/api/ledger-imports/${id}`, version), {
    done: '已放弃这次导入',
    refresh: [[...keys.sheets, 'list']],
  })
