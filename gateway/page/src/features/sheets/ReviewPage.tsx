import { DownloadOutlined } from '@ant-design/icons'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { ColumnsPanel } from '@/features/sheets/ColumnsPanel'
import { NamesPanel } from '@/features/sheets/NamesPanel'
import { RowsTable } from '@/features/sheets/RowsTable'
import { TargetPanel } from '@/features/sheets/TargetPanel'
import {
  adoptionWords,
  countOf,
  firstState,
  obstacleOf,
  outcomeWords,
  type RowState,
  rowStates,
  rowStateWords,
} from '@/features/sheets/words'
import type { LedgerImport } from '@/lib/api/types'
import { errorSheet, useAdoptImport, useDiscardImport, useImport, useTryImport } from '@/lib/requests/sheets'

export function SheetReviewPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const sheet = useImport(id)
  return <Loading query={sheet}>{(found) => <Review key={found.id} found={found} />}</Loading>
}

function Review({ found }: { found: LedgerImport }) {
  const navigate = useNavigate()
  const attempt = useTryImport(found.id)
  const adopt = useAdoptImport(found.id)
  const discard = useDiscardImport(found.id)
  const open = found.state === 'OPEN'
  const { counts } = found
  const obstacle = obstacleOf(found)
  const busy = attempt.isPending || adopt.isPending || discard.isPending
  return (
    <>
      <PageHead title="导入台账" note={found.fileName}>
        {counts.error > 0 && (
          <Button icon={<DownloadOutlined />} href={errorSheet(found.id)} download>
            下载问题行
          </Button>
        )}
        {open && (
          <>
            <Popconfirm
              title="放弃这次导入？"
              okText="放弃"
              cancelText="保留"
              onConfirm={() =>
                discard.mutate(found.version, { onSuccess: () => navigate({ to: '/ledger/import', search: {} }) })
              }
            >
              <Button disabled={busy}>放弃</Button>
            </Popconfirm>
            <Button
              loading={attempt.isPending}
              disabled={busy || obstacle !== null}
              title={obstacle?.title}
              onClick={() => attempt.mutate(found.version)}
            >
              试运行
            </Button>
            <Popconfirm
              title={adoptionWords(counts)}
              placement="bottomRight"
              okText="导入"
              cancelText="再看看"
              onConfirm={() => adopt.mutate(found.version)}
            >
              <Button
                type="primary"
                loading={adopt.isPending}
                disabled={busy || obstacle !== null}
                title={obstacle?.title}
              >
                导入
              </Button>
            </Popconfirm>
          </>
        )}
      </PageHead>
      <div className="stack">
        <ProblemView reason={adopt.error ?? attempt.error ?? discard.error} />
        {open && attempt.data && attempt.variables === found.version && (
          <Alert type="info" showIcon title={`试运行：${outcomeWords(attempt.data)}`} description="台账没有改动。" />
        )}
        {found.outcome && <Done found={found} />}
        {found.state === 'DISCARDED' && <Alert type="warning" showIcon title="这次导入已经放弃，需要时请重新上传。" />}
        {open && obstacle && <Alert type="warning" showIcon title={obstacle.title} description={obstacle.todo} />}
        {open && found.headerRow !== null && (
          <TargetPanel key={`${found.target.planId} ${found.target.title}`} found={found} />
        )}
        {open && (found.columns.length > 0 || found.sheets.length > 1) && <ColumnsPanel found={found} />}
        {open && found.units.length > 0 && <NamesPanel found={found} />}
        {open && found.headerRow !== null && <Rows found={found} />}
      </div>
    </>
  )
}

function Done({ found }: { found: LedgerImport }) {
  const outcome = found.outcome
  if (!outcome) return null
  const plan = outcome.plans.length === 1 ? outcome.plans[0] : undefined
  return (
    <Alert
      type="success"
      showIcon
      title={`已导入：${outcomeWords(outcome)}`}
      description={outcome.errors > 0 ? '有问题的行可下载修改后重新导入，已导入的任务不会重复。' : undefined}
      action={
        <Link to="/ledger" search={plan ? { plan } : {}}>
          <Button size="small">查看台账</Button>
        </Link>
      }
    />
  )
}

function Rows({ found }: { found: LedgerImport }) {
  const [chosen, setChosen] = useState<RowState | null>(null)
  const state = chosen ?? firstState(found.counts)
  return (
    <Panel title="逐行结果" flush>
      <div className="within" style={{ overflowX: 'auto' }}>
        <Segmented<RowState>
          aria-label="按结果查看"
          value={state}
          onChange={setChosen}
          options={rowStates.map((one) => ({
            value: one,
            label: `${rowStateWords[one]} ${countOf(found.counts, one)}`,
          }))}
        />
        {found.counts.warnings > 0 && (
          <div className="quiet small" style={{ marginTop: 8 }}>
            另有{found.counts.warnings}行可以导入但需留意，已在说明中注明。
          </div>
        )}
      </div>
      <RowsTable found={found} state={state} />
    </Panel>
  )
}
