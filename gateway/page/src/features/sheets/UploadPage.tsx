import { FileExcelOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Select, Spin, Upload } from 'antd'
import { useState } from 'react'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { RecentImports } from '@/features/sheets/RecentImports'
import { useCounties } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { useUploadLedger } from '@/lib/requests/sheets'

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
              <p className="quiet small">Excel 工作簿（.xlsx），一次不超过2万行、20 MB；导入前可先试运行</p>
            </Upload.Dragger>
          </Spin>
        </Panel>
        <RecentImports />
      </div>
    </>
  )
}
