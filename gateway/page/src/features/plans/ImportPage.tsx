import { FileTextOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Spin, Upload } from 'antd'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { useReadDocument } from '@/lib/requests/readings'

const steps = [
  ['识别', '读出任务、牵头和配合单位、时限、指标、阶段，每一项都标出在原文中的位置'],
  ['核对', '原文与台账左右对照，疑点排成队，按回车逐处确认；没登记过的单位一键登记'],
  ['采纳', '可全部纳入，也可先纳入没有疑点的；任务交办到各单位，首期调度随即开启'],
]

export function ImportPage() {
  const navigate = useNavigate()
  const read = useReadDocument()
  return (
    <>
      <PageHead title="导入计划文件" note="实施方案、任务分解表、联席会议制度、工作机制、会议纪要均可" />
      <Panel>
        {read.error && (
          <div style={{ marginBottom: 16 }}>
            <ProblemView reason={read.error} />
          </div>
        )}
        <Spin spinning={read.isPending} description="正在识别，请稍候…">
          <Upload.Dragger
            accept=".txt,.docx,.doc,.pdf,.xlsx"
            multiple={false}
            showUploadList={false}
            beforeUpload={(file) => {
              read.mutate(file, {
                onSuccess: (reading) => navigate({ to: '/plans/readings/$id', params: { id: reading.id }, search: {} }),
              })
              return false
            }}
            style={{ padding: '26px 0' }}
          >
            <p style={{ fontSize: 34, color: '#7fa0c9' }}>
              <FileTextOutlined />
            </p>
            <p style={{ fontSize: 16, margin: '10px 0 4px' }}>将文件拖到这里，或点击选择</p>
            <p className="quiet small">
              支持 Word（.docx、.doc）、PDF、Excel（.xlsx）和文本（.txt），单个文件不超过 20 MB
            </p>
          </Upload.Dragger>
        </Spin>
        <ol
          className="counts"
          style={{
            listStyle: 'none',
            padding: 0,
            marginTop: 20,
            gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
          }}
        >
          {steps.map(([title, words], index) => (
            <li key={title} className="row top" style={{ gap: 12 }}>
              <span className="rank first" style={{ flex: 'none', marginTop: 1 }}>
                {index + 1}
              </span>
              <div>
                <b style={{ fontWeight: 600 }}>{title}</b>
                <div className="quiet small">{words}</div>
              </div>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
