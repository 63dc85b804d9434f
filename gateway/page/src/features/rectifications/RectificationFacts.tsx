import { Link } from '@tanstack/react-router'
import { Submissions } from '@/components/evidence/Submissions'
import { Fact, Facts } from '@/components/Facts'
import { LightTag } from '@/components/LightTag'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { StateTag } from '@/features/rectifications/StateTag'
import type { Rectification } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { dueWords } from '@/lib/time'
import { rectificationLightWords } from '@/lib/words'

export function RectificationFacts({ item }: { item: Rectification }) {
  const today = useToday()
  return (
    <Facts>
      <Fact name="亮灯">
        <LightTag words={rectificationLightWords} light={item.light} />
        <div className="quiet small">{item.lightReason}</div>
      </Fact>
      <Fact name="状态">
        <StateTag state={item.state} />
      </Fact>
      <Fact name="责任单位">
        <UnitName unit={item.unit} />
      </Fact>
      <Fact name="配合单位">
        <UnitNames units={item.cooperators} />
      </Fact>
      {item.state === 'OPEN' && (
        <Fact name="方案期限">
          {item.planBy} <span className="quiet small">（{dueWords(item.planBy, today)}）</span>
        </Fact>
      )}
      <Fact name="整改时限">
        {item.dueOn ?? <span className="quiet">由方案提出</span>}
        {item.state === 'PLANNED' && item.dueOn && (
          <span className="quiet small">（{dueWords(item.dueOn, today)}）</span>
        )}
        {item.state === 'PLAN_SUBMITTED' && item.proposedOn && item.proposedOn !== item.dueOn && (
          <div className="quiet small">方案拟定 {item.proposedOn}</div>
        )}
      </Fact>
      {item.closedOn && (
        <Fact name="销号">
          {item.closedOn} <span className="quiet small">{item.onTime ? '按期' : '逾期'}</span>
        </Fact>
      )}
      {item.closedOn && (
        <Fact name="回头看">
          {item.followedUpOn
            ? `${item.followedUpOn} 已看`
            : item.followUpOn
              ? `${item.followUpOn}（销号后 ${item.followUpMonths} 个月）`
              : '不安排'}
        </Fact>
      )}
      <Fact name="存在的问题" wide typed>
        {item.problem}
      </Fact>
      {item.returnReason && (
        <Fact name={item.state === 'WITHDRAWN' ? '撤销原因' : '退回原因'} wide typed>
          {item.returnReason}
        </Fact>
      )}
      {item.cause && (
        <Fact name="原因分析" wide typed>
          {item.cause}
        </Fact>
      )}
      {item.measure && (
        <Fact name="整改措施" wide typed>
          {item.measure}
        </Fact>
      )}
      {item.evidence && (
        <Fact name="整改情况" wide typed>
          {item.evidence}
        </Fact>
      )}
      {item.evidenceFiles.length > 0 && (
        <Fact name="佐证材料" wide>
          <Submissions submissions={item.evidenceFiles} />
        </Fact>
      )}
      <Related item={item} />
    </Facts>
  )
}

function Related({ item }: { item: Rectification }) {
  return (
    <>
      {item.recurredFrom && (
        <Fact name="反弹自">
          <Link to="/rectifications/$id" params={{ id: item.recurredFrom }}>
            原来的整改
          </Link>
        </Fact>
      )}
      {item.recurredAs && (
        <Fact name="反弹后另行整改">
          <Link to="/rectifications/$id" params={{ id: item.recurredAs }}>
            新的整改
          </Link>
        </Fact>
      )}
      {item.complaintId && (
        <Fact name="来自投诉">
          <Link to="/complaints/$id" params={{ id: item.complaintId }}>
            查看投诉
          </Link>
        </Fact>
      )}
      {item.taskId && (
        <Fact name="所属任务">
          <Link to="/tasks/$id" params={{ id: item.taskId }}>
            {item.taskTitle ?? '查看任务'}
          </Link>
        </Fact>
      )}
      {item.planTitle && <Fact name="所属计划">{item.planTitle}</Fact>}
      <Fact name="登记人" wide>
        {item.openedBy}
      </Fact>
    </>
  )
}
