import {
  DeleteOutlined,
  DownloadOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  FileWordOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { EvidencePreview } from '@/components/evidence/EvidencePreview'
import type { EvidenceFile } from '@/lib/api/types'
import { downloadOf, previewOf, sizeWords } from '@/lib/evidence'

const icons = {
  PDF: <FilePdfOutlined />,
  JPEG: <FileImageOutlined />,
  PNG: <FileImageOutlined />,
  WORD: <FileWordOutlined />,
  EXCEL: <FileExcelOutlined />,
  OFD: <FileTextOutlined />,
}

/** Files, each to be looked at or fetched. */
export function EvidenceList({ files, onRemove }: { files: EvidenceFile[]; onRemove?: (file: EvidenceFile) => void }) {
  const [looking, setLooking] = useState<EvidenceFile | null>(null)
  return (
    <>
      <ul className="evidence">
        {files.map((file) => (
          <li key={file.id}>
            <span aria-hidden className="quiet">
              {icons[file.type]}
            </span>
            {previewOf(file) ? (
              <button type="button" className="name" onClick={() => setLooking(file)}>
                {file.name}
              </button>
            ) : (
              <a className="name" href={downloadOf(file.id)}>
                {file.name}
              </a>
            )}
            <span className="quiet small nowrap">{sizeWords(file.size)}</span>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              aria-label={`下载 ${file.name}`}
              href={downloadOf(file.id)}
            />
            {onRemove && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`移除 ${file.name}`}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {looking && <EvidencePreview file={looking} onClose={() => setLooking(null)} />}
    </>
  )
}
