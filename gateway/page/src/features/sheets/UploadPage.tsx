import { FileExcelOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Select, Spin, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { outcomeWords } from '@/features/sheets/words'
import type { LedgerImportSummary } from '@/lib/api/types'
import { useCounties } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { useImports, useUploadLedger } from '@/lib/requests/sheets'
import { moment } from '@/lib/time'

const states: Record<string, { words: string; tone?: string }> = {
  OPEN: { words: '待导入', tone: 'gold' },
  ADOPTED: { words: '已导入', tone: 'green' },
  DISCARDED: { words: '已放弃' },
}

export function UploadPage() {
  const me = useMe()
  const navigate = useNavigate()
  const counties = useCounties()
  const upload = useUploadLedger()
  const [countyId, setCountyId] = useState<string>()
  // A county's supervisor imports for its own county; the service sees to it.
  const ofCity = !me.unit?.countyId
  return (
    <>
      <PageHead title="导入台账" note="识别表头和各列，逐行与台账比对；再次导入只更新，不重复" />
      <div className="stack">
        <Panel>
          {upload.error && (
            <div style={{ marginBottom: 16 }}>
              <ProblemView reason={upload.error} />
            </div>
          )}
          {ofCity && (counties.data?.length ?? 0) > 0 && (
            <div className="row wrap" style={{ marginBottom: 14 }}>
              <span>台账属于</span>
              <Select
                aria-label="台账属于"
                style={{ minWidth: 160 }}
                value={countyId ?? ''}
                onChange={(value) => setCountyId(value || undefined)}
                options={[
                  { value: '', label: '市级' },
                  ...(counties.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
          )}
          <Spin spinning={upload.isPending} description="正在读取并比对，请稍候…">
            <Upload.Dragger
              accept=".xlsx,.xlsm"
              multiple={false}
              showUploadList={false}
              beforeUpload={(file) => {
                upload.mutate(
                  { file, countyId },
                  {
                    onSuccess: (opened) =>
                      navigate({ to: '/ledger/imports/$id', params: { id: opened.id }, search: {} }),
                  },
                )
                return false
              }}
              style={{ padding: '26px 0' }}
            >
              <p style={{ fontSize: 34, color: '#7fa0c9' }}>
                <FileExcelOutlined />
              </p>
              <p style={{ fontSize: 16, margin: '10px 0 4px' }}>将台账表格拖到这里，或点击选择</p>
              <p className="quiet small">Excel 工作簿（.xlsx），一次不超过20000行、20 MB；导入前可先试运行</p>
            </Upload.Dragger>
          </Spin>
        </Panel>
        <Recent />
      </div>
    </>
  )
}

function Recent() {
  const imports = useImports()
  const narrow = useNarrow()
  return (
    <Panel title="最近导入" flush>
      <Loading query={imports}>
        {(items) =>
          items.length === 0 ? (
            <Blank title="还没有导入过台账" note="也可先从任务台账导出表格，修改后在这里导入" />
          ) : narrow ? (
            <div className="cards">
              {items.map((one) => (
                <Link key={one.id} to="/ledger/imports/$id" params={{ id: one.id }} className="card">
                  <div className="t">{one.fileName}</div>
                  <div className="m">
                    <StateOf one={one} />
                    <span>{moment(one.createdAt)}</span>
                    <span>{one.createdBy}</span>
                  </div>
                </Link>
              ))}
            </div>
          ) : (
            <Table<LedgerImportSummary>
              size="small"
              rowKey="id"
              dataSource={items}
              pagination={false}
              columns={[
                {
                  title: '表格',
                  render: (_, one) => (
                    <Link to="/ledger/imports/$id" params={{ id: one.id }}>
                      {one.fileName}
                    </Link>
                  ),
                },
                { title: '状态', width: 90, render: (_, one) => <StateOf one={one} /> },
                { title: '结果', render: (_, one) => (one.outcome ? outcomeWords(one.outcome) : '') },
                { title: '经办', width: 110, dataIndex: 'createdBy' },
                { title: '时间', width: 150, render: (_, one) => moment(one.createdAt) },
              ]}
            />
          )
        }
      </Loading>
    </Panel>
  )
}

function StateOf({ one }: { one: LedgerImportSummary }) {
  const { words, tone } = states[one.state] ?? { words: one.state }
  return (
    <Tag variant="filled" color={tone} style={{ marginInlineEnd: 0 }}>
      {words}
    </Tag>
  )
}
