import { Tag } from 'antd'
import { PageHead } from '@/components/PageHead'
import type { PlanReading } from '@/lib/api/types'
import { longDay } from '@/lib/time'
import { documentKindWords } from '@/lib/words'

export function ReadingHeadline({ reading }: { reading: PlanReading }) {
  return (
    <PageHead
      title={reading.title || reading.fileName}
      note={
        <span className="row wrap">
          <Tag variant="filled">{reading.tasks.length > 0 ? (documentKindWords[reading.kind] ?? '文件') : '文件'}</Tag>
          {[reading.documentNumber, reading.issuer, longDay(reading.issuedOn)]
            .filter((words) => words && words !== '—')
            .map((words) => (
              <span key={words} className="unit-name">
                {words}
              </span>
            ))}
        </span>
      }
    />
  )
}
