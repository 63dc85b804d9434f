import { type TableColumnsType, Tag } from 'antd'
import { Listing } from '@/components/Listing'
import { More } from '@/components/More'
import { ProblemView } from '@/components/ProblemView'
import { type RowState, rowStateTones, rowStateWords } from '@/features/sheets/words'
import type { LedgerImport, LedgerImportRow } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useImportRows } from '@/lib/requests/sheets'

export function RowsTable({ found, state }: { found: LedgerImport; state: RowState }) {
  const rows = useImportRows(found.id, found.version, state)
  const items = itemsOf(rows.data)
  if (rows.error) {
    return (
      <div className="within">
        <ProblemView reason={rows.error} retry={() => rows.refetch()} />
      </div>
    )
  }
  return (
    <>
      <Listing<LedgerImportRow>
        items={items}
        idOf={({ row }) => row}
        card={card}
        // A row with an error is not taken apart: its units and day stand in what is wrong with it.
        columns={state === 'ERROR' ? [place, result, task, explanation] : [place, result, task, ...parts, explanation]}
        loading={rows.isLoading}
        scroll={{ x: state === 'ERROR' ? 720 : 980 }}
        empty={{ title: '没有这一类的行' }}
      />
      <More has={rows.hasNextPage} loading={rows.isFetchingNextPage} load={rows.fetchNextPage} shown={items.length} />
    </>
  )
}

const card = (row: LedgerImportRow) => (
  <div key={row.row} className="card">
    <div className="t">
      第{row.row}行 {row.title}
    </div>
    <div className="m">
      <StateTag row={row} />
      {row.leads.length > 0 && <span>牵头：{row.leads.join('、')}</span>}
      {due(row) && <span>{due(row)}</span>}
    </div>
    <Explained row={row} />
  </div>
)

type Column = TableColumnsType<LedgerImportRow>[number]
const place: Column = { title: '表格行', dataIndex: 'row', width: 74, align: 'right' }
const result: Column = { title: '结果', width: 84, render: (_, row) => <StateTag row={row} /> }
const task: Column = {
  title: '任务',
  width: 280,
  render: (_, row) => (
    <span className="clip2" title={row.title}>
      {row.ordinal === null ? row.title : `${row.ordinal}. ${row.title}`}
    </span>
  ),
}
const parts: Column[] = [
  { title: '牵头单位', width: 160, render: (_, row) => row.leads.join('、') },
  { title: '配合单位', width: 160, render: (_, row) => row.cooperators.join('、') },
  { title: '完成时限', width: 108, render: (_, row) => due(row) },
]
const explanation: Column = { title: '说明', render: (_, row) => <Explained row={row} /> }

const due = (row: LedgerImportRow) => row.dueOn ?? (row.standing ? '长期' : '')

function StateTag({ row }: { row: LedgerImportRow }) {
  const state = row.state as RowState
  return (
    <Tag variant="filled" color={rowStateTones[state]} style={{ marginInlineEnd: 0 }}>
      {row.closed ? '新增（已销号）' : (rowStateWords[state] ?? row.state)}
    </Tag>
  )
}

function Explained({ row }: { row: LedgerImportRow }) {
  if (row.changes.length === 0 && row.notes.length === 0) return null
  // A name that both leads and cooperates is objected to in both places, with the same words.
  const notes = row.notes.filter(({ words }, at) => row.notes.findIndex((one) => one.words === words) === at)
  return (
    <ul className="sheet-notes">
      {row.changes.map(({ field, words, from, to }) => (
        <li key={field}>
          <b>{words}</b> <del>{from ?? '（空）'}</del> → {to ?? '（空）'}
        </li>
      ))}
      {notes.map(({ words, error }) => (
        <li key={words} className={error ? 'error' : 'quiet'}>
          {words}
        </li>
      ))}
    </ul>
  )
}
