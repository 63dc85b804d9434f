import { Link } from '@tanstack/react-router'
import { type TableColumnsType, Tag } from 'antd'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { outcomeWords } from '@/features/sheets/words'
import type { LedgerImportSummary } from '@/lib/api/types'
import { useImports } from '@/lib/requests/sheets'
import { moment } from '@/lib/time'

/** The sheets that were uploaded last, and what became of them. */
export function RecentImports() {
  const imports = useImports()
  return (
    <Panel title="最近导入" flush>
      <Loading query={imports}>
        {(items) => (
          <Listing<LedgerImportSummary>
            items={items}
            idOf={({ id }) => id}
            card={card}
            columns={columns}
            empty={{ title: '还没有导入过台账', note: '也可先从任务台账导出表格，修改后在这里导入' }}
          />
        )}
      </Loading>
    </Panel>
  )
}

const card = (one: LedgerImportSummary) => (
  <Link key={one.id} to="/ledger/imports/$id" params={{ id: one.id }} className="card">
    <div className="t">{one.fileName}</div>
    <div className="m">
      <State of={one} />
      <span>{moment(one.createdAt)}</span>
      <span>{one.createdBy}</span>
    </div>
    {one.outcome && <div className="m">{outcomeWords(one.outcome)}</div>}
  </Link>
)

const columns: TableColumnsType<LedgerImportSummary> = [
  {
    title: '表格',
    render: (_, one) => (
      <Link to="/ledger/imports/$id" params={{ id: one.id }}>
        {one.fileName}
      </Link>
    ),
  },
  { title: '状态', width: 90, render: (_, one) => <State of={one} /> },
  {
    title: '结果',
    width: '40%',
    render: (_, one) => (one.outcome ? outcomeWords(one.outcome) : <span className="quiet">—</span>),
  },
  { title: '经办', width: 110, dataIndex: 'createdBy' },
  { title: '时间', width: 150, render: (_, one) => moment(one.createdAt) },
]

const states: Record<string, { words: string; tone?: string }> = {
  OPEN: { words: '待导入', tone: 'gold' },
  ADOPTED: { words: '已导入', tone: 'green' },
  DISCARDED: { words: '已放弃' },
}

function State({ of }: { of: LedgerImportSummary }) {
  const { words, tone } = states[of.state] ?? { words: of.state }
  return (
    <Tag variant="filled" color={tone} style={{ marginInlineEnd: 0 }}>
      {words}
    </Tag>
  )
}
