import { Button } from 'antd'
import { useState } from 'react'
import { UnitSelect } from '@/components/UnitSelect'
import { Key } from '@/features/plans/Key'
import type { UnitRef } from '@/lib/api/types'
import { useUnits } from '@/lib/requests/directory'

/** Chooses units by typing any part of a name; the enter key takes the marked one, once more confirms. */
export function UnitChooser(props: { several: boolean; onCancel: () => void; onChosen: (units: UnitRef[]) => void }) {
  const units = useUnits()
  const [ids, setIds] = useState<string[]>([])
  const [open, setOpen] = useState(true)
  const chosen = (wanted: string[]) =>
    props.onChosen(
      (units.data ?? [])
        .filter(({ id }) => wanted.includes(id))
        .map(({ id, name, shortName }) => ({ id, name, shortName }) as UnitRef),
    )
  return (
    <div
      className="row wrap ways"
      // Before the list takes the key to close itself.
      onKeyDownCapture={(event) => event.key === 'Escape' && props.onCancel()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !open && ids.length > 0 && (event.target as Element).closest('.ant-select')) {
          event.preventDefault()
          event.stopPropagation()
          chosen(ids)
        }
      }}
    >
      <UnitSelect
        className="grow"
        style={{ minWidth: 220 }}
        mode={props.several ? 'multiple' : undefined}
        autoFocus
        open={open}
        onOpenChange={setOpen}
        value={props.several ? ids : null}
        aria-label="选择单位"
        placeholder="输入单位名称的一部分"
        notFoundContent="没有匹配的单位"
        onChange={(value: string | string[]) => {
          if (!props.several) return chosen([value as string])
          setIds(value as string[])
          setOpen(false)
        }}
      />
      {props.several && (
        <Button type="primary" disabled={ids.length === 0} onClick={() => chosen(ids)}>
          确定
          <Key name="回车" />
        </Button>
      )}
      <Button onClick={props.onCancel}>
        取消
        <Key name="Esc" />
      </Button>
    </div>
  )
}
