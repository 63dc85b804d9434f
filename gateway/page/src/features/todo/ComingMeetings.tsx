import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Panel } from '@/components/Panel'
import { Item, Work } from '@/features/todo/Work'
import { itemsOf } from '@/lib/pages'
import { useMe } from '@/lib/requests/me'
import { useMeetings } from '@/lib/requests/meetings'
import { dayOf, moment } from '@/lib/time'

export function ComingMeetings({ today }: { today: string }) {
  const me = useMe()
  const meetings = itemsOf(useMeetings().data)
  const coming = meetings.filter((meeting) => meeting.state === 'CONVENED' && dayOf(meeting.startsAt) >= today)
  const toReceive = meetings.filter(
    (meeting) =>
      meeting.minutes?.state === 'ISSUED' &&
      meeting.minutes.recipients.some((recipient) => recipient.unit.id === me.unit?.id && !recipient.receivedAt),
  )
  if (coming.length + toReceive.length === 0) return null
  return (
    <Panel title="会议" flush actions={<Link to="/meetings">全部会议</Link>}>
      <Work>
        {[...toReceive, ...coming].slice(0, 5).map((meeting) => {
          const mine = meeting.attendance.find((one) => one.unit.id === me.unit?.id)
          const action = toReceive.includes(meeting)
            ? '确认收到纪要'
            : mine && !mine.reply
              ? '回复回执'
              : !meeting.consent && me.has('CONVENER')
                ? '审定'
                : '查看'
          return (
            <Item
              key={meeting.id}
              title={
                <Link to="/meetings/$id" params={{ id: meeting.id }}>
                  {meeting.title}
                </Link>
              }
              act={
                <Link to="/meetings/$id" params={{ id: meeting.id }}>
                  <Button>{action}</Button>
                </Link>
              }
            >
              <span>{moment(meeting.startsAt)}</span>
              <span>{meeting.place}</span>
              {!meeting.consent && meeting.state === 'CONVENED' && <span>待召集人同意</span>}
            </Item>
          )
        })}
      </Work>
    </Panel>
  )
}
