import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { PlanReading } from '@/lib/api/types'
import { longDay } from '@/lib/time'
import { documentKindWords, everyWords, indicatorWords } from '@/lib/words'

/** What else the document says of itself: phases, goals, cadences, deadlines, members, where it comes from. */
export function HeadFacts({ reading }: { reading: PlanReading }) {
  return (
    <dl className="facts" style={{ marginTop: 22 }}>
      <div>
        <dt>文种</dt>
        <dd>{documentKindWords[reading.kind] ?? reading.kind}</dd>
      </div>
      <div>
        <dt>文件名</dt>
        <dd>{reading.fileName}</dd>
      </div>
      <Lines title="来源" lines={provenanceWords(reading)} />
      <Lines title="实施阶段" lines={reading.phases.map(({ name, from, to }) => `${name}：${from} 至 ${to}`)} />
      <Lines
        title="总体指标"
        lines={reading.goalIndicators.map((indicator) => (
          <>
            {indicator.text} <span className="chip mark">{indicatorWords(indicator)}</span>
          </>
        ))}
      />
      <Lines
        title="周期性要求"
        lines={reading.cadences.map(({ every, text }) => tagged(everyWords[every] ?? every, text))}
      />
      <Lines title="一次性时限" lines={reading.deadlines.map(({ on, text }) => tagged(on, text))} />
      <Lines
        title={`成员单位（${reading.members.length}）`}
        lines={reading.members.length > 0 ? [reading.members.join('、')] : []}
      />
    </dl>
  )
}

/** A fact of several lines; nothing where there are none. */
function Lines({ title, lines }: { title: string; lines: ReactNode[] }) {
  if (lines.length === 0) return null
  return (
    <div className="wide">
      <dt>{title}</dt>
      <dd>
        {lines.map((line, index) => (
          <div key={index}>{line}</div>
        ))}
      </dd>
    </div>
  )
}

const tagged = (tag: string, words: string) => (
  <>
    <Tag variant="filled">{tag}</Tag> {words}
  </>
)

function provenanceWords({ provenance }: PlanReading): string[] {
  const { approvedBy, forwardedFor, copiedTo, printedOn } = provenance
  return [
    approvedBy && `审议通过：${approvedBy}`,
    forwardedFor && `转发：${forwardedFor}`,
    copiedTo.length > 0 && `抄送：${copiedTo.join('、')}`,
    printedOn && `印发日期：${longDay(printedOn)}`,
  ].filter((words) => typeof words === 'string')
}
