import { Link, useParams } from '@tanstack/react-router'
import { Rate } from 'antd'
import { Course, whenBy } from '@/components/Course'
import { Fact, Facts } from '@/components/Facts'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { ComplaintActions } from '@/features/complaints/ComplaintActions'
import { Contact } from '@/features/complaints/Contact'
import { StateTag } from '@/features/complaints/StateTag'
import { stepWords } from '@/features/complaints/words'
import type { Complaint } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useComplaint } from '@/lib/requests/complaints'
import { dueWords, moment } from '@/lib/time'

export function ComplaintPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const complaint = useComplaint(id)
  return <Loading query={complaint}>{(data) => <View complaint={data} />}</Loading>
}

function View({ complaint }: { complaint: Complaint }) {
  return (
    <>
      <PageHead
        title={complaint.number}
        note={`${complaint.countyName ?? '市级'}，${moment(complaint.receivedAt)} 收到`}
      >
        <ComplaintActions complaint={complaint} />
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <ComplaintFacts complaint={complaint} />
          </Panel>
        </div>
        <Panel title="办理经过">
          <Course
            latest="first"
            steps={complaint.history.map((step) => ({
              act: stepWords[step.action],
              when: whenBy(step),
              words: step.words,
            }))}
          />
        </Panel>
      </div>
    </>
  )
}

function ComplaintFacts({ complaint }: { complaint: Complaint }) {
  const today = useToday()
  return (
    <Facts>
      <Fact name="状态">
        <StateTag state={complaint.state} />
      </Fact>
      <Fact name="反映的单位">{complaint.subject ? <UnitName unit={complaint.subject} /> : '未指明'}</Fact>
      <Fact name="受理人">{complaint.handler ?? '—'}</Fact>
      <Fact name="联系方式">
        <Contact complaint={complaint} />
      </Fact>
      {complaint.unit && (
        <Fact name="承办单位">
          <UnitName unit={complaint.unit} />
        </Fact>
      )}
      {complaint.dueOn && (
        <Fact name="办理时限">
          {complaint.dueOn}
          {complaint.state === 'GIVEN' && <span className="quiet small">（{dueWords(complaint.dueOn, today)}）</span>}
        </Fact>
      )}
      <Fact name="内容" wide typed>
        {complaint.content}
      </Fact>
      {complaint.reason && (
        <Fact name={complaint.state === 'REJECTED' ? '不予受理的原因' : '退回原因'} wide typed>
          {complaint.reason}
        </Fact>
      )}
      {complaint.answer && (
        <Fact
          name={`答复${complaint.answeredOn ? `（${complaint.answeredOn} 告知群众）` : '（审核后告知群众）'}`}
          wide
          typed
        >
          {complaint.answer}
        </Fact>
      )}
      {complaint.rating != null && (
        <Fact name="群众评价" wide>
          <Rate disabled value={complaint.rating} /> {complaint.rating} 星
          {complaint.ratingWords && <div className="pre">{complaint.ratingWords}</div>}
        </Fact>
      )}
      {complaint.rectificationIds.length > 0 && (
        <Fact name="由此登记的整改" wide>
          <span className="row wrap">
            {complaint.rectificationIds.map((id, index) => (
              <Link key={id} to="/rectifications/$id" params={{ id }}>
                整改 {index + 1}
              </Link>
            ))}
          </span>
        </Fact>
      )}
    </Facts>
  )
}
