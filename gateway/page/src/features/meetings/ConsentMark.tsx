import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons'
import type { Consent } from '@/lib/api/types'
import { moment } from '@/lib/time'

export function ConsentMark({ consent }: { consent: Consent | null }) {
  return consent ? (
    <span>
      <CheckCircleFilled style={{ color: '#2f8f5b' }} /> 已同意
      <span className="quiet small">
        {' '}
        <span className="unit-name">
          {consent.title} {consent.name}，
        </span>
        <wbr />
        <span className="unit-name">{moment(consent.at)}</span>
      </span>
    </span>
  ) : (
    <span className="quiet">
      <ClockCircleOutlined /> 待同意
    </span>
  )
}
