import { Link } from '@tanstack/react-router'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ConveneDialog } from '@/features/meetings/ConveneDialog'
import { MechanismDialog } from '@/features/meetings/MechanismDialog'
import { Plenaries } from '@/features/meetings/Plenaries'
import { StateTag } from '@/features/meetings/StateTag'
import { cadenceWords, meetingFormWords, meetingKindWords } from '@/features/meetings/words'
import type { Mechanism, Meeting } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useMechanisms, useMeetings } from '@/lib/requests/meetings'
import { moment } from '@/lib/time'

export function MeetingsPage() {
  const me = useMe()
  const meetings = useMeetings()
  const mechanisms = useMechanisms()
  const [convening, setConvening] = useState(false)
  const [mechanism, setMechanism] = useState<Mechanism | 'new' | null>(null)
  const secretary = me.has('SECRETARY')
  const runs = me.has('SECRETARY', 'CONVENER')
  return (
    <>
      <PageHead title="联席会议" note="议题经召集人同意后列入议程；纪要印发后，议定事项自动成为任务">
        {secretary && <Button onClick={() => setMechanism('new')}>建立机制</Button>}
        {(runs || me.member) && (
          <Button type="primary" disabled={!mechanisms.data?.length} onClick={() => setConvening(true)}>
            {runs ? '召集会议' : '提请开会'}
          </Button>
        )}
      </PageHead>
      <div className="stack">
        {mechanisms.data && mechanisms.data.length > 0 && (
          <div className="counts" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(290px, 1fr))' }}>
            {mechanisms.data.map((one) => (
              <div key={one.id} className="count" style={{ '--tone': '#1d4f91' } as React.CSSProperties}>
                <div className="row between top">
                  <b style={{ fontSize: 15, fontWeight: 600 }}>{one.name}</b>
                  {secretary && (
                    <Button type="link" size="small" onClick={() => setMechanism(one)}>
                      调整
                    </Button>
                  )}
                </div>
                <span className="quiet">
                  {cadenceWords[one.cadence] ?? '不定期'} · 成员单位 {one.members.length} 个 · 议定事项默认{' '}
                  {one.defaultDueDays} 个工作日内落实
                </span>
              </div>
            ))}
          </div>
        )}
        <Plenaries />
        <Panel flush>
          <PagedListing<Meeting>
            query={meetings}
            idOf={({ id }) => id}
            card={card}
            columns={columns}
            scroll={{ x: 900 }}
            empty={{
              title: '还没有会议',
              note:
                mechanisms.data?.length === 0 && secretary ? '先建立联席会议机制，再召集会议' : '会议召集后会列在这里',
            }}
          />
        </Panel>
      </div>
      {convening && (
        <ConveneDialog mechanisms={mechanisms.data ?? []} runs={runs} onClose={() => setConvening(false)} />
      )}
      {mechanism && (
        <MechanismDialog mechanism={mechanism === 'new' ? null : mechanism} onClose={() => setMechanism(null)} />
      )}
    </>
  )
}

const card = (meeting: Meeting) => (
  <Link key={meeting.id} to="/meetings/$id" params={{ id: meeting.id }} className="card">
    <div className="t">{meeting.title}</div>
    <div className="m">
      <StateTag state={meeting.state} />
      <span>{moment(meeting.startsAt)}</span>
      <span>{meeting.place}</span>
    </div>
  </Link>
)

const columns: TableColumnsType<Meeting> = [
  {
    title: '会议',
    render: (_, meeting) => (
      <div>
        <Link to="/meetings/$id" params={{ id: meeting.id }}>
          {meeting.title}
        </Link>
        <div className="quiet small">{meeting.mechanismName}</div>
      </div>
    ),
  },
  {
    title: '类别',
    width: 104,
    render: (_, { kind, form }) => (
      <>
        {meetingKindWords[kind]}
        <div className="quiet small">{meetingFormWords[form]}</div>
      </>
    ),
  },
  { title: '时间', width: 148, render: (_, { startsAt }) => moment(startsAt) },
  { title: '地点', width: 190, render: (_, { place }) => <div className="clip2">{place}</div> },
  { title: '议题', width: 64, align: 'right', render: (_, { agenda }) => agenda.length },
  { title: '回执', width: 80, align: 'right', render: (_, meeting) => replies(meeting) },
  {
    title: '召集人',
    width: 96,
    render: (_, { consent }) =>
      consent ? <span style={{ color: '#27704a' }}>已同意</span> : <span className="quiet">待同意</span>,
  },
  { title: '状态', width: 108, render: (_, meeting) => <StateTag state={meeting.state} /> },
]

function replies({ attendance, invited }: Meeting): string {
  if (attendance.length < invited) return `邀请 ${invited}`
  return `${attendance.filter(({ reply }) => reply).length} / ${invited}`
}
