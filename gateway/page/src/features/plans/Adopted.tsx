import { useNavigate } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { useEffect, useRef } from 'react'

/** All is in the ledger; where to go from here. */
export function Adopted({ planId, tasks }: { planId: string | null; tasks: number }) {
  const navigate = useNavigate()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Result
      status="success"
      title="计划已采纳"
      subTitle={`${tasks} 项任务已进入台账，并交办到各责任单位`}
      extra={[
        <Button
          key="ledger"
          ref={first}
          type="primary"
          onClick={() => navigate({ to: '/ledger', search: planId ? { plan: planId } : {} })}
        >
          查看台账
        </Button>,
        <Button key="rounds" onClick={() => navigate({ to: '/rounds', search: {} })}>
          查看调度
        </Button>,
      ]}
    />
  )
}
