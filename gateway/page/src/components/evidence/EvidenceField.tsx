import { CameraOutlined, CloseOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { EvidenceList } from '@/components/evidence/EvidenceList'
import { useNarrow } from '@/components/useNarrow'
import type { EvidenceFile } from '@/lib/api/types'
import { refusalOf, takenWords } from '@/lib/evidence'
import { Problem } from '@/lib/http'
import { uploadEvidence, useEvidenceLimits } from '@/lib/requests/evidence'
import { uuid } from '@/lib/uuid'

type Coming = { key: string; name: string; percent: number; refusal: string | null }

/** Takes files in, one after another, while the rest of the form is filled in; `onBusy` says whether some are on their way. */
export function EvidenceField({
  value,
  onChange,
  onBusy,
}: {
  value: EvidenceFile[]
  onChange: (files: EvidenceFile[]) => void
  onBusy?: (busy: boolean) => void
}) {
  const narrow = useNarrow()
  const limits = useEvidenceLimits().data
  const [coming, setComing] = useState<Coming[]>([])
  // Several arrive while one change is still being drawn.
  const files = useRef(value)
  const change = useRef(onChange)
  useEffect(() => {
    files.current = value
    change.current = onChange
  })
  const onTheWay = coming.filter(({ refusal }) => refusal === null).length
  const told = useRef(onBusy)
  told.current = onBusy
  useEffect(() => {
    told.current?.(onTheWay > 0)
  }, [onTheWay > 0])
  const expected = useRef(0)

  const put = (key: string, more: Partial<Coming>) =>
    setComing((before) => before.map((one) => (one.key === key ? { ...one, ...more } : one)))
  const leave = (key: string) => setComing((before) => before.filter((one) => one.key !== key))

  const take = async (file: File) => {
    const key = uuid()
    const refusal = limits ? refusalOf(file, limits, files.current.length + expected.current) : null
    setComing((before) => [...before, { key, name: file.name, percent: 0, refusal }])
    if (refusal) return
    expected.current += 1
    try {
      const taken = await uploadEvidence(file, (percent) => put(key, { percent }))
      files.current = [...files.current, taken]
      change.current(files.current)
      leave(key)
    } catch (reason) {
      put(key, { refusal: Problem.of(reason).detail })
    } finally {
      expected.current -= 1
    }
  }
  const common = {
    multiple: true,
    showUploadList: false as const,
    beforeUpload: (file: File) => {
      take(file)
      return false
    },
  }
  const accept = limits?.endings.join(',')
  return (
    <div>
      {narrow ? (
        <div className="row wrap">
          <Upload {...common} accept="image/jpeg,image/png" capture="environment" multiple={false}>
            <Button icon={<CameraOutlined />}>拍照</Button>
          </Upload>
          <Upload {...common} accept={accept}>
            <Button icon={<InboxOutlined />}>选择文件</Button>
          </Upload>
        </div>
      ) : (
        <Upload.Dragger {...common} accept={accept} style={{ padding: 0 }}>
          <span>
            <InboxOutlined /> 将文件拖到这里，或点击选择
          </span>
        </Upload.Dragger>
      )}
      {limits && (
        <p className="quiet small" style={{ marginTop: 4 }}>
          {takenWords(limits)}
        </p>
      )}
      {value.length > 0 && (
        <EvidenceList files={value} onRemove={(gone) => onChange(value.filter(({ id }) => id !== gone.id))} />
      )}
      <ul className="evidence" aria-live="polite">
        {coming.map(({ key, name, percent, refusal }) => (
          <li key={key}>
            <span className="name">{name}</span>
            {refusal === null ? (
              <Progress percent={percent} size="small" style={{ width: 140, flex: 'none' }} />
            ) : (
              <>
                <span className="danger small">{refusal}</span>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={`不再显示 ${name}`}
                  onClick={() => leave(key)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
