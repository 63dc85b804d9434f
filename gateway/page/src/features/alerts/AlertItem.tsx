import { Tag } from 'antd'
import type { Alert, AlertKind } from '@/lib/api/types'
import { moment } from '@/lib/time'
import { alertWords } from '@/lib/words'

const tones: Partial<Record<AlertKind, string>> = {
  REPORT_OVERDUE: 'error',
  RECTIFICATION_OVERDUE: 'error',
  COMPLAINT_OVERDUE: 'error',
  HAND_IN_OVERDUE: 'error',
  HAND_IN_RETURNED: 'warning',
  URGED: 'error',
  NOTICE_ISSUED: 'error',
  NOTICE_ANSWERED: 'processing',
  NOTICE_APPEAL_DECIDED: 'warning',
  SCORE_APPEALED: 'processing',
  SCORE_APPEAL_DECIDED: 'warning',
  REPORT_RETURNED: 'warning',
  REPORT_TO_SIGN_OFF: 'processing',
  REPORT_NOT_SIGNED: 'warning',
  COMPLETION_RETURNED: 'warning',
  RECTIFICATION_RETURNED: 'warning',
  COMPLAINT_RETURNED: 'warning',
  REPORT_DUE: 'processing',
  RECTIFICATION_DUE: 'processing',
  COMPLAINT_DUE: 'processing',
  MENTIONED: 'processing',
  PLENARY_OWED: 'warning',
}

/** Of what people say nothing is done: where it is withdrawn, its body says so. */
const said = new Set<AlertKind>(['MENTIONED', 'WATCHED_COMMENT'])

export function AlertItem({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const fresh = !alert.readAt && !alert.withdrawnAt
  return (
    <button
      type="button"
      className="item"
      onClick={onOpen}
      style={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        border: 0,
        borderBottom: '1px solid #edf0f4',
        background: fresh ? '#f7fafe' : '#fff',
        padding: '12px 18px',
        font: 'inherit',
        color: 'inherit',
        cursor: 'pointer',
      }}
    >
      <span className="row" style={{ marginBottom: 3 }}>
        <Tag color={alert.withdrawnAt ? undefined : tones[alert.kind]} variant="filled">
          {alertWords[alert.kind] ?? '提醒'}
        </Tag>
        <span className="grow clip" style={{ fontWeight: fresh ? 600 : 400 }}>
          {alert.title}
        </span>
        <span className="quiet small nowrap">{moment(alert.createdAt)}</span>
      </span>
      <span className="quiet clip2" style={{ fontSize: 13 }}>
        {alert.body}
      </span>
      {alert.withdrawnAt && !said.has(alert.kind) && <span className="quiet small">事项已办理，此提醒已撤回</span>}
    </button>
  )
}
