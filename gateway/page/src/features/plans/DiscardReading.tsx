import { useNavigate } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import type { PlanReading } from '@/lib/api/types'
import { useDiscardReading } from '@/lib/requests/readings'

/** Puts a document aside that was imported by mistake; not once a part of it is in the ledger. */
export function DiscardReading({ of }: { of: Pick<PlanReading, 'id' | 'version' | 'planId'> }) {
  const navigate = useNavigate()
  const discard = useDiscardReading()
  if (of.planId) return null
  return (
    <Popconfirm
      title="放弃这份文件？"
      description="不再核对，也不进入台账；需要时可重新导入。"
      okText="放弃"
      cancelText="保留"
      onConfirm={() =>
        discard.mutate({ id: of.id, version: of.version }, { onSuccess: () => navigate({ to: '/plans', search: {} }) })
      }
    >
      <Button type="text" loading={discard.isPending}>
        放弃
      </Button>
    </Popconfirm>
  )
}
