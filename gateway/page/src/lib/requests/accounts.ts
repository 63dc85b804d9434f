import { useQuery } from '@tanstack/react-query'
import type { Account, ApiClient, IssuedSecret, Role } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { wholeOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useAccounts = () => useQuery({ queryKey: keys.accounts, queryFn: () => wholeOf<Account>('/api/accounts') })
export const useClients = () => useQuery({ queryKey: keys.clients, queryFn: () => wholeOf<ApiClient>('/api/clients') })
export const useOpenAccount = () =>
  useWrite((account: { username: string; personId: string }) => http.post<Account>('/api/accounts', account), {
    refresh: [keys.accounts],
    showsProblem: true,
  })
export const useChangeAccount = () =>
  useWrite(
    ({ id, ...change }: { id: string; enabled?: boolean; resetPassword?: boolean }) =>
      http.patch<Account>(`/api/accounts/${id}`, change),
    { refresh: [keys.accounts] },
  )
export const useAddClient = () =>
  useWrite(
    (client: { name: string; unitId: string; role: Role; scopes?: string[] }) =>
      http.post<IssuedSecret>('/api/clients', client),
    { refresh: [keys.clients], showsProblem: true },
  )
export const useAddSecret = () =>
  useWrite((id: string) => http.post<IssuedSecret>(`/api/clients/${id}/secrets`), { refresh: [keys.clients] })
export const useDropSecret = () =>
  useWrite(
    ({ id, secretId }: { id: string; secretId: string }) => http.delete<void>(`/api/clients/${id}/secrets/${secretId}`),
    { done: '密钥已作废', refresh: [keys.clients] },
  )
export const useChangeClient = () =>
  useWrite(
    ({ id, enabled }: { id: string; enabled: boolean }) => http.patch<ApiClient>(`/api/clients/${id}`, { enabled }),
    {
      done: '已更新',
      refresh: [keys.clients],
    },
  )
