import { useQuery } from '@tanstack/react-query'
import type { County, Holding, List, Person, Post, Role, SheetOutcome, Unit } from '@/lib/api/types'
import { http } from '@/lib/http'
import { keys } from '@/lib/keys'
import { wholeOf } from '@/lib/pages'
import { useWrite } from '@/lib/write'

export const useUnits = (enabled = true) =>
  useQuery({
    queryKey: [...keys.units, 'all'],
    queryFn: () => wholeOf<Unit>('/api/units', { retired: 'true' }),
    staleTime: 60_000,
    enabled,
  })
/** What a unit is called where only its id is at hand; asked for by staff alone, as members see no other units' rows. */
export function useUnitName(enabled: boolean) {
  const units = useUnits(enabled)
  return (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? '一个单位'
}
export const useCounties = (enabled = true) =>
  useQuery({ queryKey: keys.counties, queryFn: () => wholeOf<County>('/api/counties'), staleTime: 60_000, enabled })
export const usePosts = (unit?: string, enabled = true) =>
  useQuery({ queryKey: [...keys.posts, unit ?? 'all'], queryFn: () => wholeOf<Post>('/api/posts', { unit }), enabled })
export const useHolders = (post: string, enabled = true) =>
  useQuery({
    queryKey: [...keys.posts, post, 'holders'],
    queryFn: async () => (await http.get<List<Holding>>(`/api/posts/${post}/holders`)).items,
    enabled,
  })
export const usePersons = (q: string) =>
  useQuery({
    queryKey: [...keys.persons, q],
    queryFn: async () => (await http.get<List<Person>>('/api/persons', { q, limit: 200 })).items,
  })

export type UnitWords = {
  name: string
  shortName: string
  aliases: string[]
  level: string
  countyId?: string | null
}
export const useRegisterUnit = () =>
  useWrite((unit: UnitWords) => http.post<Unit>('/api/units', unit), {
    done: '单位已登记',
    refresh: [keys.units],
    showsProblem: true,
  })
export const useChangeUnit = () =>
  useWrite(
    ({ id, version, change }: { id: string; version: number; change: Partial<UnitWords> }) =>
      http.patch<Unit>(`/api/units/${id}`, change, version),
    { done: '单位信息已更新', refresh: [keys.units], showsProblem: true },
  )
export const useRetireUnit = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) => http.post<Unit>(`/api/units/${id}/retirement`, {}, version),
    { done: '单位已停用', refresh: [keys.units] },
  )
export const useRegisterUnits = () =>
  useWrite(
    (wish: { county: { id: string } | { name: string } | null; names: string[] }) =>
      http.post<{ county: County | null; units: Unit[] }>('/api/units/registrations', wish),
    { done: ({ units }) => `已登记 ${units.length} 个单位`, refresh: [keys.units, keys.counties] },
  )
export const useAddCounty = () =>
  useWrite((name: string) => http.post<County>('/api/counties', { name }), {
    done: '县区已登记',
    refresh: [keys.counties],
  })
export const useAddPost = () =>
  useWrite((post: { unitId: string; title: string; role: Role }) => http.post<Post>('/api/posts', post), {
    done: '岗位已设立',
    refresh: [keys.posts],
    showsProblem: true,
  })
export type HolderWords = { personId?: string; name?: string; email?: string; phone?: string; since?: string }
export const useFillPost = () =>
  useWrite(
    ({ id, version, holder }: { id: string; version: number; holder: HolderWords }) =>
      http.put<Post>(`/api/posts/${id}/holder`, holder, version),
    { done: '任职信息已更新', refresh: [keys.posts, keys.persons], showsProblem: true },
  )
export const useVacatePost = () =>
  useWrite(
    ({ id, version }: { id: string; version: number }) => http.delete<void>(`/api/posts/${id}/holder`, version),
    { done: '已免去任职，岗位空缺', refresh: [keys.posts] },
  )
export const useDirectorySheet = () =>
  useWrite(
    ({ file, dryRun }: { file: File; dryRun: boolean }) => {
      const form = new FormData()
      form.append('file', file)
      return http.upload<SheetOutcome>('/api/directory/sheet', form, { dryRun })
    },
    { refresh: [keys.units, keys.posts, keys.counties], showsProblem: true },
  )
