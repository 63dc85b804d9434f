import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented, Select } from 'antd'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { StateTag } from '@/features/complaints/StateTag'
import { kindWords } from '@/features/complaints/words'
import type { ComplaintRow } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import { useComplaints, useSatisfaction } from '@/lib/requests/complaints'
import { useMe } from '@/lib/requests/me'
import { dueWords, moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

const groups = [
  { value: '', label: '全部' },
  { value: 'RECEIVED,VERIFIED', label: '待受理转办' },
  { value: 'GIVEN', label: '办理中' },
  { value: 'ANSWER_SUBMITTED', label: '答复待审核' },
  { value: 'ANSWERED,RATED,REJECTED', label: '已办' },
]

export function ComplaintsPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/complaints')
  const complaints = useComplaints({
    state: search.state,
    kind: search.kind,
    unit: search.unit,
    county: search.county,
    overdue: search.overdue,
    q: search.q,
  })
  const due = (complaint: ComplaintRow) =>
    complaint.state === 'GIVEN' && complaint.dueOn ? (
      <span style={complaint.overdue ? { color: '#c43d34' } : undefined}>
        {complaint.dueOn}，{dueWords(complaint.dueOn, today)}
      </span>
    ) : (
      <span className="quiet">—</span>
    )
  return (
    <>
      <PageHead
        title="投诉建议"
        note={me.staff ? '受理、转办、审核答复；群众凭查询码查看和评价' : '转给本单位办理的投诉建议'}
      >
        <a href="/feedback" target="_blank" rel="noreferrer">
          <Button>群众填写页</Button>
        </a>
      </PageHead>
      <Satisfied />
      <Panel flush>
        <div className="row wrap" style={{ padding: '12px 16px', gap: 10 }}>
          <Segmented
            value={search.state ?? ''}
            onChange={(state) => set({ state: String(state) || undefined })}
            options={groups}
            style={{ maxWidth: '100%', overflowX: 'auto' }}
          />
          <Select
            allowClear
            placeholder="类别"
            aria-label="按类别筛选"
            style={{ width: 100 }}
            value={search.kind}
            onChange={(kind) => set({ kind })}
            options={optionsOf(kindWords)}
          />
          <Button onClick={() => set({ overdue: search.overdue ? undefined : 'true' })}>只看办理逾期</Button>
          <Input.Search
            allowClear
            placeholder="内容中的文字"
            aria-label="按文字查找"
            style={{ width: 180 }}
            defaultValue={search.q}
            onSearch={(q) => set({ q: q.trim() || undefined })}
          />
        </div>
        <Narrowed
          by={[
            { words: search.overdue && '办理逾期', drop: () => set({ overdue: undefined }) },
            { words: search.county && '一个县区', drop: () => set({ county: undefined }) },
            { words: search.unit && '一个单位', drop: () => set({ unit: undefined }) },
          ]}
        />
        <PagedListing<ComplaintRow>
          query={complaints}
          idOf={(complaint) => complaint.id}
          empty={
            Object.keys(search).length > 0
              ? { title: '没有符合条件的投诉建议', note: '可放宽或清除筛选条件' }
              : {
                  title: '还没有投诉建议',
                  note: me.staff ? '群众提交后会列在这里，并提醒督导人员' : '转给本单位的会列在这里',
                }
          }
          card={(complaint) => (
            <Link key={complaint.id} to="/complaints/$id" params={{ id: complaint.id }} className="card">
              <div className="t">{complaint.number}</div>
              <div className="clip2">{complaint.content}</div>
              <div className="m">
                <StateTag state={complaint.state} />
                {complaint.unit && <UnitName unit={complaint.unit} />}
                {complaint.state === 'GIVEN' && complaint.dueOn && <span>{dueWords(complaint.dueOn, today)}</span>}
              </div>
            </Link>
          )}
          scroll={{ x: 960 }}
          columns={[
            { title: '编号', width: 150, render: (_, complaint) => complaint.number },
            {
              title: '内容',
              render: (_, complaint) => (
                <Link to="/complaints/$id" params={{ id: complaint.id }} className="clip2" title={complaint.content}>
                  {complaint.content}
                </Link>
              ),
            },
            { title: '属地', width: 96, render: (_, complaint) => complaint.countyName ?? '市级' },
            { title: '收到', width: 136, render: (_, complaint) => moment(complaint.receivedAt) },
            { title: '承办单位', width: 150, render: (_, complaint) => <UnitName unit={complaint.unit} /> },
            { title: '办理时限', width: 180, render: (_, complaint) => due(complaint) },
            {
              title: '状态',
              width: 104,
              render: (_, complaint) => <StateTag state={complaint.state} />,
            },
            {
              title: '评价',
              width: 70,
              render: (_, complaint) =>
                complaint.rating ? `${complaint.rating} 星` : <span className="quiet">—</span>,
            },
          ]}
        />
      </Panel>
    </>
  )
}

function Satisfied() {
  const satisfaction = useSatisfaction().data
  if (!satisfaction) return null
  const { total, target } = satisfaction
  return (
    <p className="quiet" style={{ marginBottom: 14 }}>
      近 12 个月满意率：
      {total.rate == null ? (
        '还没有评价'
      ) : (
        <>
          <b style={{ color: total.reached ? '#2f8f5b' : '#c43d34' }}>{total.rate}%</b>（{total.satisfied} /{' '}
          {total.rated}，4 星及以上为满意），{total.reached ? '达到' : '未达到'} {target}% 的目标
        </>
      )}
    </p>
  )
}
