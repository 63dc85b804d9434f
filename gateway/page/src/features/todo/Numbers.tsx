import { Link } from '@tanstack/react-router'
import dayjs from 'dayjs'
import type { CSSProperties } from 'react'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { useCounts } from '@/lib/requests/tasks'
import { openStates } from '@/lib/words'

export function Numbers() {
  const me = useMe()
  const today = useToday()
  const counts = useCounts(me.member ? 'me' : undefined).data
  const soon = { 'due-from': today, 'due-before': dayjs(today).add(8, 'day').format('YYYY-MM-DD') }
  const mine: Record<string, string> = me.member ? { unit: 'me' } : {}
  const supervisor = me.has('SUPERVISOR')
  return (
    <nav className="counts" aria-label="待办数量">
      <Count words="逾期滞后" value={counts?.overdue} tone="#c43d34" to="/ledger" search={{ ...mine, light: 'RED' }} />
      <Count
        words="7 日内到期"
        value={counts?.dueWithin7Days}
        tone="#2f6fc4"
        to={me.member ? '/reports' : '/ledger'}
        search={me.member ? { ...mine, state: 'DUE,RETURNED', ...soon } : { state: openStates.join(','), ...soon }}
      />
      <Count
        words="被退回"
        value={counts?.returned}
        tone="#c98a12"
        to={supervisor ? '/review' : '/reports'}
        search={{ ...mine, state: 'RETURNED' }}
      />
      <Count
        words="待签收"
        value={counts?.toAcknowledge}
        tone="#5f6f84"
        to="/ledger"
        search={{ ...mine, 'to-acknowledge': 'true' }}
      />
      {me.has('UNIT_HEAD') && (
        <Count
          words="待签发"
          value={counts?.toSignOff}
          tone="#1d4f91"
          to="/reports"
          search={{ unit: 'me', 'to-sign-off': 'true' }}
        />
      )}
      {supervisor && <Count words="待审核" value={counts?.toReview} tone="#1d4f91" to="/review" search={{}} />}
      {supervisor && (
        <Count
          words="待核验"
          value={counts?.toVerify}
          tone="#6b4fa0"
          to="/ledger"
          search={{ state: 'COMPLETION_SUBMITTED', ...(me.unit?.countyId && { 'own-plans': 'true' }) }}
        />
      )}
      {supervisor && (
        <Count
          words="延期待审"
          value={counts?.toExtend}
          tone="#8a5a2b"
          to="/ledger"
          search={{ 'extension-asked': 'true', ...(me.unit?.countyId && { 'own-plans': 'true' }) }}
        />
      )}
    </nav>
  )
}

function Count(props: {
  words: string
  value: number | undefined
  tone: string
  to: string
  search: Record<string, string>
}) {
  return (
    <Link to={props.to} search={props.search} className="count" style={{ '--tone': props.tone } as CSSProperties}>
      <span>{props.words}</span>
      <b className={props.value ? 'some' : ''}>
        {props.value ?? '–'}
        <small>项</small>
      </b>
    </Link>
  )
}
