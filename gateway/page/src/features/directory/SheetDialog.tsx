import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Table, Upload } from 'antd'
import { useState } from 'react'
import { ProblemView } from '@/components/ProblemView'
import type { SheetOutcome } from '@/lib/api/types'
import { useDirectorySheet } from '@/lib/requests/directory'

/** First a trial that changes nothing, then the import. */
export function SheetDialog({ onClose }: { onClose: () => void }) {
  const sheet = useDirectorySheet()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState<SheetOutcome | null>(null)
  const [done, setDone] = useState<SheetOutcome | null>(null)
  const outcome = done ?? tried
  const counts = ({ units, posts }: SheetOutcome) =>
    `单位新增 ${units.created}、更新 ${units.updated}；岗位新增 ${posts.created}、更新 ${posts.updated}`
  return (
    <Modal
      open
      width={640}
      title="表格导入单位和岗位"
      onCancel={onClose}
      footer={
        done ? (
          <Button type="primary" onClick={onClose}>
            完成
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>取消</Button>
            <Button
              type="primary"
              disabled={!file || !tried || tried.errors.length > 0}
              loading={sheet.isPending}
              onClick={() => file && sheet.mutate({ file, dryRun: false }, { onSuccess: setDone })}
            >
              确认导入
            </Button>
          </>
        )
      }
    >
      <p className="row between" style={{ marginBottom: 12 }}>
        <span className="quiet">表格含“单位”“岗位”两张工作表；再次导入只更新，不重复登记。</span>
        <a href="/api/directory/sheet.xlsx" download>
          <DownloadOutlined /> 下载现有目录作模板
        </a>
      </p>
      {!done && (
        <Upload.Dragger
          accept=".xlsx"
          multiple={false}
          showUploadList={false}
          beforeUpload={(chosen) => {
            setFile(chosen)
            setTried(null)
            sheet.mutate({ file: chosen, dryRun: true }, { onSuccess: setTried })
            return false
          }}
        >
          <p style={{ fontSize: 28, color: '#7fa0c9' }}>
            <FileExcelOutlined />
          </p>
          <p>{file ? file.name : '将 .xlsx 文件拖到这里，或点击选择'}</p>
        </Upload.Dragger>
      )}
      <div style={{ marginTop: 14 }} className="stack tight">
        {sheet.error && <ProblemView reason={sheet.error} />}
        {outcome && (
          <Alert
            type={done ? 'success' : outcome.errors.length ? 'warning' : 'info'}
            showIcon
            title={
              done
                ? '导入完成'
                : outcome.errors.length
                  ? `有 ${outcome.errors.length} 处需要修改，尚未导入`
                  : '检查通过，尚未导入'
            }
            description={counts(outcome)}
          />
        )}
        {outcome && outcome.errors.length > 0 && (
          <Table
            size="small"
            rowKey={(error) => `${error.sheet}-${error.row}-${error.column}`}
            dataSource={outcome.errors}
            pagination={outcome.errors.length > 8 ? { pageSize: 8 } : false}
            columns={[
              { title: '工作表', dataIndex: 'sheet', width: 90 },
              { title: '行', dataIndex: 'row', width: 60, align: 'right' },
              { title: '列', dataIndex: 'column', width: 100 },
              { title: '问题', dataIndex: 'detail' },
            ]}
          />
        )}
      </div>
    </Modal>
  )
}
