import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { useNarrow } from '@/components/useNarrow'
import type { EvidenceFile } from '@/lib/api/types'
import { contentOf, downloadOf, previewOf, sizeWords } from '@/lib/evidence'
import { useEvidenceContent, useEvidenceText } from '@/lib/requests/evidence'
import { moment } from '@/lib/time'

/** A look at a file without leaving the page. */
export function EvidencePreview({ file, onClose }: { file: EvidenceFile; onClose: () => void }) {
  return (
    <Modal
      open
      title={file.name}
      width={960}
      onCancel={onClose}
      style={{ top: 24 }}
      footer={
        <div className="row wrap between">
          <span className="quiet small">
            {sizeWords(file.size)}，{file.uploadedBy} {moment(file.uploadedAt)}上传
          </span>
          <Button type="primary" icon={<DownloadOutlined />} href={downloadOf(file.id)}>
            下载
          </Button>
        </div>
      }
    >
      <Look file={file} />
    </Modal>
  )
}

function Look({ file }: { file: EvidenceFile }) {
  const narrow = useNarrow()
  const preview = previewOf(file)
  const text = useEvidenceText(file.id, preview === 'TEXT')
  if (preview === 'PICTURE')
    return (
      <img
        src={contentOf(file.id)}
        alt={file.name}
        style={{ display: 'block', maxWidth: '100%', maxHeight: '72vh', margin: '0 auto' }}
      />
    )
  // Browsers of phones show a PDF in a page of its own only.
  if (preview === 'PDF' && !narrow) return <Document file={file} />
  if (preview === 'TEXT')
    return (
      <Loading query={text}>
        {(words) => (
          <div style={{ maxHeight: '72vh', overflow: 'auto' }}>
            <p className="quiet small" style={{ marginBottom: 8 }}>
              这里只显示文字，版式、图片和编号请下载后查看
            </p>
            <p className="pre">{words.text || '文档中没有文字'}</p>
            {words.cut && <p className="quiet small">后面还有内容，请下载后查看</p>}
          </div>
        )}
      </Loading>
    )
  return <Blank title="这种文件请下载后查看" />
}

function Document({ file }: { file: EvidenceFile }) {
  const content = useEvidenceContent(file.id, true)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!content.data) return
    const made = URL.createObjectURL(content.data)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content.data])
  return (
    <Loading query={content}>
      {() =>
        address && (
          <iframe
            src={address}
            title={file.name}
            style={{ width: '100%', height: '72vh', border: 0, display: 'block' }}
          />
        )
      }
    </Loading>
  )
}
