import { useParams } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Fact, Facts } from '@/components/Facts'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { WordsDialog } from '@/components/WordsDialog'
import { Agenda } from '@/features/meetings/Agenda'
import { Attendance } from '@/features/meetings/Attendance'
import { ConsentMark } from '@/features/meetings/ConsentMark'
import { FollowUps } from '@/features/meetings/FollowUps'
import { Minutes } from '@/features/meetings/Minutes'
import { ReplyDialog } from '@/features/meetings/ReplyDialog'
import { StateTag } from '@/features/meetings/StateTag'
import { meetingFormWords, meetingKindWords } from '@/features/meetings/words'
import type { Meeting, MeetingAction } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useCancelMeeting, useConsent, useMeeting } from '@/lib/requests/meetings'
import { dayOf, longDay, timeOf, weekday } from '@/lib/time'

export function MeetingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const meeting = useMeeting(id)
  return <Loading query={meeting}>{(data) => <MeetingView meeting={data} />}</Loading>
}

function MeetingView({ meeting }: { meeting: Meeting }) {
  const me = useMe()
  const consent = useConsent()
  const cancel = useCancelMeeting()
  const [cancelling, setCancelling] = useState(false)
  const [replying, setReplying] = useState(false)
  const target = { id: meeting.id, version: meeting.version }
  const may = (action: MeetingAction) => meeting.allowed.includes(action)
  const mine = meeting.attendance.find(({ unit }) => unit.id === me.unit?.id)
  return (
    <>
      <PageHead
        title={meeting.title}
        note={
          <span className="row wrap">
            <StateTag state={meeting.state} />
            <span>{meeting.mechanismName}</span>
            {meeting.requestedBy && (
              <span>
                <UnitName unit={meeting.requestedBy} />
                提请
              </span>
            )}
            {meeting.shortNotice && (
              <Tag color="warning" variant="filled">
                提请时间不足
              </Tag>
            )}
            {meeting.cancelReason && <span>取消原因：{meeting.cancelReason}</span>}
          </span>
        }
      >
        {may('CANCEL') && (
          <Button danger onClick={() => setCancelling(true)}>
            取消会议
          </Button>
        )}
        {may('REPLY') && mine && (
          <Button type={mine.reply ? 'default' : 'primary'} onClick={() => setReplying(true)}>
            {mine.reply ? '修改回执' : '回复回执'}
          </Button>
        )}
        {may('CONSENT') && !meeting.consent && (
          <Button type="primary" loading={consent.isPending} onClick={() => consent.mutate(target)}>
            同意召开
          </Button>
        )}
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <Facts>
              <Fact name="时间">
                {longDay(dayOf(meeting.startsAt))}（{weekday(dayOf(meeting.startsAt))}）{timeOf(meeting.startsAt)}
              </Fact>
              <Fact name="地点">{meeting.place}</Fact>
              <Fact name="类别">
                {meetingKindWords[meeting.kind]}（{meetingFormWords[meeting.form]}）
                {meeting.cause && <div className="quiet small">事由：{meeting.cause}</div>}
              </Fact>
              <Fact name="召集人意见">
                <ConsentMark consent={meeting.consent} />
              </Fact>
              {meeting.guests.length > 0 && (
                <Fact name="列席" wide>
                  {meeting.guests.join('、')}
                </Fact>
              )}
            </Facts>
          </Panel>
          <Agenda meeting={meeting} />
          <Minutes meeting={meeting} />
          {meeting.minutes?.state === 'ISSUED' && <FollowUps meeting={meeting.id} />}
        </div>
        <Attendance meeting={meeting} />
      </div>
      <WordsDialog
        open={cancelling}
        title="取消会议"
        label="取消原因"
        action="取消会议"
        danger
        required
        busy={cancel.isPending}
        note="受邀单位会收到通知。"
        onClose={() => setCancelling(false)}
        onSay={(reason) => cancel.mutate({ ...target, reason }, { onSuccess: () => setCancelling(false) })}
      />
      {replying && mine && <ReplyDialog meeting={meeting} mine={mine} onClose={() => setReplying(false)} />}
    </>
  )
}
