import { Tag } from 'antd'
import type { PlanReading } from '@/lib/api/types'
import { longDay } from '@/lib/time'
import { documentKindWords, everyWords, indicatorWords } from '@/lib/words'

/** What else the document says of itself: phases, goals, cadences, deadlines, members, where it comes from. */
export function HeadFacts({ reading }: { reading: PlanReading }) {
  const provenance = provenanceWords(reading)
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
      {provenance.length > 0 && (
        <div className="wide">
          <dt>来源</dt>
          <dd>
            {provenance.map((words) => (
              <div key={words}>{words}</div>
            ))}
          </dd>
        </div>
      )}
      {reading.phases.length > 0 && (
        <div className="wide">
          <dt>实施阶段</dt>
          <dd>
            {reading.phases.map((phase) => (
              <div key={phase.name}>
                {phase.name}：{phase.from} 至 {phase.to}
              </div>
            ))}
          </dd>
        </div>
      )}
      {reading.goalIndicators.length > 0 && (
        <div className="wide">
          <dt>总体指标</dt>
          <dd>
            {reading.goalIndicators.map((indicator, index) => (
              <div key={index}>
                {indicator.text} <span className="chip mark">{indicatorWords(indicator)}</span>
              </div>
            ))}
          </dd>
        </div>
      )}
      {reading.cadences.length > 0 && (
        <div className="wide">
          <dt>周期性要求</dt>
          <dd>
            {reading.cadences.map((cadence, index) => (
              <div key={index}>
                <Tag variant="filled">{everyWords[cadence.every] ?? cadence.every}</Tag>
                {cadence.text}
              </div>
            ))}
          </dd>
        </div>
      )}
      {reading.deadlines.length > 0 && (
        <div className="wide">
          <dt>一次性时限</dt>
          <dd>
            {reading.deadlines.map((deadline, index) => (
              <div key={index}>
                <Tag variant="filled">{deadline.on}</Tag>
                {deadline.text}
              </div>
            ))}
          </dd>
        </div>
      )}
      {reading.members.length > 0 && (
        <div className="wide">
          <dt>成员单位（{reading.members.length}）</dt>
          <dd>{reading.members.join('、')}</dd>
        </div>
      )}
    </dl>
  )
}

function provenanceWords({ provenance }: PlanReading): string[] {
  const { approvedBy, forwardedFor, copiedTo, printedOn } = provenance
  return [
    approvedBy && `审议通过：${approvedBy}`,
    forwardedFor && `转发：${forwardedFor}`,
    copiedTo.length > 0 && `抄送：${copiedTo.join('、')}`,
    printedOn && `印发日期：${longDay(printedOn)}`,
  ].filter((words) => typeof words === 'string')
}
