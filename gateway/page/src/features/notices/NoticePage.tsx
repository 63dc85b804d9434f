import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { Course } from '@/components/Course'
import { Fact, Facts } from '@/components/Facts'
import { Loading } from '@/components/Loading'
import { NoticeStateTag } from '@/components/NoticeStateTag'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { PaperButton } from '@/components/PaperButton'
import { StepTag } from '@/components/StepTag'
import { UnitName } from '@/components/UnitNames'
import { courseOf } from '@/features/notices/course'
import { NoticeActions } from '@/features/notices/NoticeActions'
import type { Notice } from '@/lib/api/types'
import { useNotice } from '@/lib/requests/notices'
import { stepWords } from '@/lib/words'

export function NoticePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const notice = useNotice(id)
  return <Loading query={notice}>{(shown) => <NoticeView notice={shown} />}</Loading>
}

function NoticeView({ notice }: { notice: Notice }) {
  return (
    <>
      <PageHead
        title={`${stepWords[notice.step]}${notice.number ? ` ${notice.number}` : ''}`}
        note={<Link to="/notices">督办通报</Link>}
      >
        <PaperButton
          path={`/api/notices/${notice.id}`}
          name={`${stepWords[notice.step]}${notice.number ?? '（待签发）'}`}
          words={notice.number ? '下载公文' : '预览公文'}
        />
        <NoticeActions notice={notice} />
      </PageHead>
      {notice.state === 'PROPOSED' && !notice.stillOwed && (
        <Alert
          type="info"
          showIcon
          title="单位已报送，或任务已办结、顺延，无需再签发"
          description="次日起不再列为待签发。"
          style={{ marginBottom: 14 }}
        />
      )}
      <div className="two">
        <div className="stack">
          <Panel>
            <NoticeFacts notice={notice} />
          </Panel>
        </div>
        <Panel title="办理过程">
          <Course latest="last" steps={courseOf(notice)} />
        </Panel>
      </div>
    </>
  )
}

function NoticeFacts({ notice }: { notice: Notice }) {
  return (
    <Facts>
      <Fact name="督办等级">
        <StepTag step={notice.step} />
      </Fact>
      <Fact name="状态">
        <NoticeStateTag state={notice.state} />
      </Fact>
      <Fact name="责任单位">
        <UnitName unit={notice.unit} />
      </Fact>
      <Fact name="反馈期限">{notice.replyBy}</Fact>
      <Fact name="督办事项" wide>
        <Link to="/tasks/$id" params={{ id: notice.taskId }}>
          {notice.taskTitle}
        </Link>
        <div className="quiet small">{notice.planTitle}</div>
      </Fact>
      <Fact name="督办事由" wide typed>
        {notice.reason}
      </Fact>
      <Fact name="办理要求" wide typed>
        {notice.demand}
      </Fact>
      {notice.reply && (
        <Fact name="办理情况" wide typed>
          {notice.reply.words}
        </Fact>
      )}
      {notice.appeal && (
        <Fact name="申诉理由" wide typed>
          {notice.appeal.words}
        </Fact>
      )}
      {notice.appealDecision && (
        <Fact name="申诉结论" wide>
          {notice.state === 'WITHDRAWN' ? '撤销。' : '维持。'}
          <span className="pre">{notice.appealDecision.words}</span>
        </Fact>
      )}
      {notice.dismissal && (
        <Fact name="不予签发的理由" wide typed>
          {notice.dismissal}
        </Fact>
      )}
    </Facts>
  )
}
