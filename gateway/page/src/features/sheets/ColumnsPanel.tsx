import { InputNumber, Select } from 'antd'
import { Panel } from '@/components/Panel'
import { reassigned } from '@/features/sheets/words'
import type { LedgerImport, LedgerImportColumn, SheetField } from '@/lib/api/types'
import { useChangeImport } from '@/lib/requests/sheets'

/** Which sheet is read, where its headings stand, and what each column holds. */
export function ColumnsPanel({ found }: { found: LedgerImport }) {
  const change = useChangeImport(found.id)
  const send = (wish: Parameters<typeof change.mutate>[0]['change']) =>
    change.mutate({ version: found.version, change: wish })
  const fields = [
    { value: '', label: '不导入' },
    ...found.fields
      .filter(({ field }) => field !== 'ID' || found.columns.some((column) => column.field === 'ID'))
      .map(({ field, words }) => ({ value: field as string, label: words })),
  ]
  const choose = (column: LedgerImportColumn, value: string) =>
    send({ columns: reassigned(found.columns, column.index, (value || null) as SheetField | null) })
  return (
    <Panel title="列对应" flush>
      <div className="row wrap within">
        {found.sheets.length > 1 && (
          <Select
            aria-label="工作表"
            style={{ minWidth: 180 }}
            value={found.sheet}
            onChange={(sheet) => send({ sheet })}
            options={found.sheets.map(({ index, name, rows }) => ({ value: index, label: `${name}（${rows}行）` }))}
          />
        )}
        <span className="row">
          表头在第
          <InputNumber
            key={`${found.sheet}-${found.headerRow}`}
            aria-label="表头所在行"
            min={1}
            precision={0}
            style={{ width: 84 }}
            defaultValue={found.headerRow ?? undefined}
            onPressEnter={(event) => {
              const row = Number(event.currentTarget.value)
              if (row && row !== found.headerRow) send({ headerRow: row })
            }}
            onBlur={(event) => {
              const row = Number(event.currentTarget.value)
              if (row && row !== found.headerRow) send({ headerRow: row })
            }}
          />
          行{found.headerRows > 1 && `，共${found.headerRows}行`}
        </span>
      </div>
      <ul className="sheet-columns">
        {found.columns.map((column) => (
          <li key={column.index}>
            <div style={{ minWidth: 0 }}>
              <div>
                <span className="quiet">{column.letter}列</span> {column.heading || '（无表头）'}
                {column.hidden && <span className="quiet small">（隐藏）</span>}
              </div>
              <div className="quiet small clip">{column.samples.join('；') || '（空）'}</div>
            </div>
            <Select
              aria-label={`${column.letter}列对应`}
              value={(column.field as string | null) ?? ''}
              loading={change.isPending}
              disabled={change.isPending}
              onChange={(value) => choose(column, value)}
              options={fields}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
