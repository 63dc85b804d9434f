import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Key } from '@/features/plans/Key'
import type { PlanReading } from '@/lib/api/types'
import { useCounties } from '@/lib/requests/directory'

const city = '市级'

/** Registers the names that the directory does not know in one step, under the county that the document is of. */
export function RegisterCard(props: {
  reading: PlanReading
  names: string[]
  waiting: boolean
  onRegister: (names: string[], county: { id: string } | { name: string } | null) => void
}) {
  const { reading, names } = props
  const counties = useCounties()
  const suggested = reading.suggestedCounty
  const own = counties.data?.find(({ id }) => id === reading.countyId)?.name ?? suggested?.name ?? city
  const [target, setTarget] = useState(own)
  useEffect(() => setTarget(own), [own])
  const [left, setLeft] = useState<string[]>([])
  const chosen = names.filter((name) => !left.includes(name))
  const targets = [...new Set([own, ...(counties.data ?? []).map(({ name }) => name), city])]
  const run = () => {
    const county = counties.data?.find(({ name }) => name === target)
    props.onRegister(chosen, target === city ? null : county ? { id: county.id } : { name: target })
  }
  return (
    <>
      <Checkbox.Group
        className={names.some((name) => name.length > 14) ? 'names long' : 'names'}
        value={chosen}
        onChange={(kept) => setLeft(names.filter((name) => !kept.includes(name)))}
        options={names.map((name) => ({ value: name, label: name }))}
      />
      <div className="row wrap ways">
        <Button
          id="register-all"
          type="primary"
          disabled={chosen.length === 0}
          loading={props.waiting}
          onClick={run}
          aria-keyshortcuts="Enter"
        >
          一键登记到{target}（{chosen.length} 个）
          <Key name="回车" />
        </Button>
        <Select
          aria-label="登记到"
          style={{ width: 160 }}
          value={target}
          onChange={setTarget}
          options={targets.map((name) => ({
            value: name,
            label: name === city ? '市级单位' : name === suggested?.name && !suggested.id ? `${name}（新登记）` : name,
          }))}
        />
        <span className="small quiet">已有单位的另一种写法，请取消勾选，随后逐个对应</span>
      </div>
    </>
  )
}
