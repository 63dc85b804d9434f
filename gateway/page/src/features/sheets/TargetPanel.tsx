import { Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { Panel } from '@/components/Panel'
import type { LedgerImport } from '@/lib/api/types'
import { usePlans } from '@/lib/requests/plans'
import { useChangeImport } from '@/lib/requests/sheets'

/** Where rows go that name no plan of their own. */
export function TargetPanel({ found }: { found: LedgerImport }) {
  const plans = usePlans()
  const change = useChangeImport(found.id)
  const { target } = found
  const [existing, setExisting] = useState(target.planId !== null)
  const [title, setTitle] = useState(target.title)
  const send = (wish: Parameters<typeof change.mutate>[0]['change']) =>
    change.mutate({ version: found.version, change: wish })
  const keepTitle = () => {
    const words = title.trim()
    if (words && (target.planId !== null || words !== target.title)) send({ newPlanTitle: words })
  }
  return (
    <Panel title="导入到">
      <div className="stack tight">
        <Radio.Group
          value={existing}
          onChange={(event) => {
            setExisting(event.target.value)
            if (!event.target.value && target.planId !== null) send({ newPlanTitle: title.trim() || '工作台账' })
          }}
          options={[
            { value: false, label: '新计划' },
            { value: true, label: '已有计划' },
          ]}
        />
        {existing ? (
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label="导入到的计划"
            placeholder="选择计划"
            style={{ width: '100%', maxWidth: 560 }}
            loading={change.isPending}
            value={target.planId ?? undefined}
            onChange={(planId) => send({ planId })}
            options={plans.data?.map(({ id, title: words }) => ({ value: id, label: words }))}
          />
        ) : (
          <div className="row wrap">
            <Input
              aria-label="新计划名称"
              style={{ width: '100%', maxWidth: 560 }}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              onBlur={keepTitle}
              onPressEnter={keepTitle}
            />
            <span className="row">
              报送日：每月
              <InputNumber
                aria-label="每月报送日"
                min={1}
                max={28}
                precision={0}
                style={{ width: 72 }}
                value={target.reportDay}
                onChange={(reportDay) => reportDay && send({ newPlanTitle: title.trim() || target.title, reportDay })}
              />
              日
            </span>
          </div>
        )}
        <div className="quiet small">
          行内写明系统编号或已有计划名称的，按其所属计划导入
          {found.countyName ? `；新计划属于${found.countyName}。` : '。'}
        </div>
      </div>
    </Panel>
  )
}
