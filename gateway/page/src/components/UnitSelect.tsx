import { Select, type SelectProps } from 'antd'
import { useMemo } from 'react'
import type { Unit } from '@/lib/api/types'
import { useUnits } from '@/lib/requests/directory'
import { useUnitWords } from '@/lib/unitWords'

type Props = Omit<SelectProps, 'options'> & {
  without?: string[]
  /** Who may be chosen; everybody where it is left out. */
  among?: (unit: Unit) => boolean
}

/** Chooses units by any of their names, grouped by county. */
export function UnitSelect({ without, among, ...rest }: Props) {
  const units = useUnits()
  const words = useUnitWords()
  const options = useMemo(() => {
    const groups = new Map<string, { value: string; label: string; names: string }[]>()
    for (const unit of units.data ?? []) {
      if (unit.retired || without?.includes(unit.id) || among?.(unit) === false) continue
      const group = unit.county?.name ?? '市级单位'
      const list = groups.get(group) ?? []
      list.push({
        value: unit.id,
        label: words(unit),
        names: [unit.name, unit.shortName, ...(unit.aliases ?? []), group].join(' '),
      })
      groups.set(group, list)
    }
    return [...groups].map(([label, list]) => ({ label, options: list }))
  }, [units.data, without, among, words])
  return (
    <Select
      placeholder="选择单位"
      popupMatchSelectWidth={280}
      loading={units.isLoading}
      {...rest}
      showSearch={{
        filterOption: (typed, option) =>
          String((option as { names?: string } | undefined)?.names ?? '')
            .toLowerCase()
            .includes(typed.trim().toLowerCase()),
      }}
      options={options}
    />
  )
}
