import { Alert, Checkbox, InputNumber, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Loading } from '@/components/Loading'
import { StepTag } from '@/components/StepTag'
import { faultOf, type Row, rowsOf, rulesOf } from '@/features/notices/ladder'
import type { Escalation } from '@/lib/api/types'
import { useEscalation, useSetEscalation } from '@/lib/requests/notices'
import { usePlans } from '@/lib/requests/plans'

/** When a plan presses units that are late, and how hard. */
export function EscalationDialog({ onClose }: { onClose: () => void }) {
  const plans = usePlans()
  const [chosen, choose] = useState<string>()
  const plan = chosen ?? plans.data?.[0]?.id
  const rules = useEscalation(plan)
  const save = useSetEscalation()
  const [rows, setRows] = useState<Row[]>([])
  const [most, setMost] = useState(3)
  useEffect(() => {
    if (!rules.data) return
    setRows(rowsOf(rules.data.steps, rules.data.usual))
    setMost(rules.data.urgingsAWeek)
  }, [rules.data])
  const fault = faultOf(rows)
  const change = (step: Row['step'], by: Partial<Row>) =>
    setRows(rows.map((row) => (row.step === step ? { ...row, ...by } : row)))
  const keep = (current: Escalation) =>
    save.mutate(
      { plan: plan!, version: current.version, urgingsAWeek: most, steps: rulesOf(rows) },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title="逐级督办规则"
      okText="保存"
      width={620}
      okButtonProps={{ loading: save.isPending, disabled: !rules.data?.mayChange || !!fault }}
      onCancel={onClose}
      onOk={() => rules.data && keep(rules.data)}
    >
      <div className="stack">
        <Select
          aria-label="计划"
          value={plan}
          onChange={choose}
          options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {plan && (
          <Loading query={rules}>
            {(shown) => (
              <>
                {!shown.mayChange && <Alert type="info" showIcon title="这是市级计划，规则由市级督导部门设定" />}
                <p className="quiet">
                  逾期满规定的工作日即采取措施：提醒自动发出，督办单及以上拟好后待签发。上一级发出后，宽限期满才升级；暂缓和申诉期间不升级。
                </p>
                <div className="stack tight">
                  {rows.map((row) => (
                    <div key={row.step} className="row wrap between">
                      <Checkbox
                        checked={row.on}
                        disabled={!shown.mayChange}
                        onChange={(event) => change(row.step, { on: event.target.checked })}
                      >
                        <StepTag step={row.step} />
                      </Checkbox>
                      <span className="row wrap small">
                        逾期满
                        <InputNumber
                          aria-label="逾期工作日"
                          size="small"
                          min={1}
                          max={250}
                          style={{ width: 64 }}
                          disabled={!row.on || !shown.mayChange}
                          value={row.after}
                          onChange={(after) => change(row.step, { after: after ?? 1 })}
                        />
                        个工作日，宽限
                        <InputNumber
                          aria-label="宽限工作日"
                          size="small"
                          min={0}
                          max={60}
                          style={{ width: 64 }}
                          disabled={!row.on || !shown.mayChange}
                          value={row.grace}
                          onChange={(grace) => change(row.step, { grace: grace ?? 0 })}
                        />
                        个工作日
                      </span>
                    </div>
                  ))}
                </div>
                {fault && <Alert type="warning" showIcon title={fault} />}
                <div className="row wrap small">
                  同一单位同一任务每周最多催办
                  <InputNumber
                    aria-label="每周催办次数"
                    size="small"
                    min={1}
                    max={7}
                    style={{ width: 64 }}
                    disabled={!shown.mayChange}
                    value={most}
                    onChange={(value) => setMost(value ?? 3)}
                  />
                  次
                </div>
              </>
            )}
          </Loading>
        )}
      </div>
    </Modal>
  )
}
