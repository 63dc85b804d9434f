import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { useFollowUps } from '@/lib/requests/once'
import { dayOf } from '@/lib/time'

/** 落实反馈: what units have told of the resolutions in their reports; the meeting asks for none of its own. */
export function FollowUps({ meeting }: { meeting: string }) {
  const items = useFollowUps(meeting).data?.items ?? []
  if (items.length === 0) return null
  const told = items.filter(({ reportId }) => reportId).length
  return (
    <Panel
      title="议定事项落实反馈"
      actions={
        <span className="quiet small">
          应反馈 {items.length}，已反馈 {told}
        </span>
      }
    >
      <ul className="ruled">
        {items.map((one) => (
          <li key={`${one.taskId} ${one.unit.id}`}>
            <div className="row wrap between">
              <span className="grow">
                <Link to="/tasks/$id" params={{ id: one.taskId }}>
                  {one.ordinal}. {one.taskTitle}
                </Link>
                <div className="small">
                  <UnitName unit={one.unit} />
                </div>
              </span>
              {one.reportId ? (
                <Tag color="green" variant="filled">
                  已反馈 {one.progress}%
                </Tag>
              ) : (
                <Tag color="gold" variant="filled">
                  未反馈
                </Tag>
              )}
            </div>
            {one.reportId && (
              <div className="quiet small">
                <Link to="/reports/$id" params={{ id: one.reportId }}>
                  {dayOf(one.reportedAt ?? '')}
                </Link>{' '}
                {one.done}
                {one.answeredBy && '（随另一计划的同一事项一并报送）'}
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">取自各单位的进展报送，不另行填报。</p>
    </Panel>
  )
}
