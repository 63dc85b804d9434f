import { PageHead } from '@/components/PageHead'
import { ComingMeetings } from '@/features/todo/ComingMeetings'
import { Numbers } from '@/features/todo/Numbers'
import { Overdue, ToReview, ToVerify } from '@/features/todo/OfSupervisor'
import { HandInsOwed, Owed, ToAcknowledge } from '@/features/todo/OfUnit'
import { useToday } from '@/lib/requests/clock'
import { useMe } from '@/lib/requests/me'
import { longDay, weekday } from '@/lib/time'

export function TodoPage() {
  const me = useMe()
  const today = useToday()
  const role = me.posts[0]?.title
  return (
    <>
      <PageHead
        title="我的待办"
        note={
          <>
            <span className="unit-name">
              {me.name}
              {role && `（${me.unit?.shortName ?? ''} ${role}）`}，
            </span>
            <span className="unit-name">
              今天是{longDay(today)} {weekday(today)}
            </span>
          </>
        }
      />
      <div className="stack">
        <Numbers />
        {me.member && <Owed today={today} />}
        {me.member && <HandInsOwed today={today} />}
        {me.member && <ToAcknowledge today={today} />}
        {me.has('SUPERVISOR') && <ToReview />}
        {me.has('SUPERVISOR') && <ToVerify />}
        {me.has('SUPERVISOR') && <Overdue />}
        <ComingMeetings today={today} />
      </div>
    </>
  )
}
