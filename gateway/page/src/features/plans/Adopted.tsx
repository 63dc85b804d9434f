import { useNavigate } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { useEffect, useRef } from 'react'
import type { PlanReading } from '@/lib/api/types'

/** All is in the ledger; where to go from here. */
export function Adopted({ reading }: { reading: PlanReading }) {
  const navigate = useNavigate()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { planId, previous } = reading
  return (
    <Result
      status="success"
      title={previous ? '新版本已采纳' : '计划已采纳'}
      subTitle={wordsOf(reading)}
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

function wordsOf({ previous, gone, tasks }: PlanReading): string {
  if (!previous)
    return `${tasks.filter(({ decision }) => decision !== 'SKIP').length} 项任务已进入台账，并交办到各责任单位`
  const left = gone.length > 0 ? `；新版本不再列入的 ${gone.length} 项仍在台账，请逐项处理` : ''
  return `原计划已更新，未变的任务没有重复交办${left}`
}
