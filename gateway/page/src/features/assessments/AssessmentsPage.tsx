import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Select, Tag } from 'antd'
import { useState } from 'react'
import { Fact, Facts } from '@/components/Facts'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { AwardDialog } from '@/features/assessments/AwardDialog'
import { stateTones, stateWords } from '@/features/assessments/words'
import type { AssessedUnit, AssessmentBoard } from '@/lib/api/types'
import { periodWords, recentPeriods } from '@/lib/period'
import { useAssessment, useSettle } from '@/lib/requests/assessments'
import { useToday } from '@/lib/requests/clock'
import { longDay, moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

/** 考核评分: a month's ranking; each score opens its sheet. */
export function AssessmentsPage() {
  const today = useToday()
  const { search, set } = useFilter('/assessments')
  const months = recentPeriods(today, 'MONTHLY', 18)
  const month = search.month ?? months[0]!
  const board = useAssessment(month)
  const settle = useSettle()
  const [awarding, setAwarding] = useState(false)
  return (
    <>
      <PageHead title={`考核评分 · ${periodWords(month)}`} note="按当月的事实和规则计分，每一条扣分都可以查看和申诉">
        <Select
          aria-label="月份"
          style={{ width: 132 }}
          value={month}
          onChange={(value) => set({ month: value })}
          options={[...new Set([month, ...months])]
            .sort()
            .reverse()
            .map((value) => ({ value, label: periodWords(value) }))}
        />
        <Link to="/assessments/rules">
          <Button>考核规则</Button>
        </Link>
        <Link to="/assessments/appeals" search={{ month }}>
          <Button>
            申诉{board.data && board.data.openAppeals > 0 ? `（${board.data.openAppeals} 件待裁定）` : ''}
          </Button>
        </Link>
        {board.data?.mayAward && <Button onClick={() => setAwarding(true)}>特色加分</Button>}
        {board.data?.maySettle && (
          <Popconfirm
            title={`核定${periodWords(month)}的考核`}
            description="核定后逐条记下并通知各单位，只能通过申诉更正。"
            okText="核定公布"
            onConfirm={() => settle.mutate(month)}
          >
            <Button type="primary" loading={settle.isPending}>
              核定公布
            </Button>
          </Popconfirm>
        )}
      </PageHead>
      <Loading query={board}>{(data) => <Board board={data} />}</Loading>
      {awarding && board.data && <AwardDialog board={board.data} onClose={() => setAwarding(false)} />}
    </>
  )
}

const sheetOf = (month: string, unit: AssessedUnit) =>
  (unit.sheetId ? `/assessments/sheets/${unit.sheetId}` : `/assessments/months/${month}/${unit.unit.id}`) as '/'

function Board({ board }: { board: AssessmentBoard }) {
  const parts = board.rules.parts
  return (
    <div className="stack">
      <Panel>
        <Facts>
          <Fact name="状态">
            <Tag color={stateTones[board.state]} variant="filled">
              {stateWords[board.state]}
            </Tag>
            {board.state === 'ENDED' && board.openRounds > 0 && (
              <span className="quiet small">还有 {board.openRounds} 轮调度没有结束，结束后才能核定</span>
            )}
            {board.state === 'RUNNING' && <span className="quiet small">按现在的情况计算，月底前还会变化</span>}
          </Fact>
          <Fact name="参加考核">{board.assessed} 个单位</Fact>
          <Fact name="平均分">{board.average ?? '—'}</Fact>
          {board.settledAt && (
            <Fact name="核定公布">
              {moment(board.settledAt)} {board.settledBy}
            </Fact>
          )}
          {board.appealBy && <Fact name="申诉截止">{longDay(board.appealBy)}</Fact>}
        </Facts>
      </Panel>
      <Panel title="排名" flush>
        <Listing<AssessedUnit>
          items={board.units}
          idOf={({ unit }) => unit.id}
          empty={{ title: '本月没有考核的单位', note: '有应报的进展或牵头的任务，即列入考核' }}
          scroll={{ x: 560 + parts.length * 92 }}
          card={(row) => (
            <Link key={row.unit.id} to={sheetOf(board.month, row)} className="card">
              <div className="t">
                第 {row.place} 名 <UnitName unit={row.unit} />
              </div>
              <div className="m">
                <b>{row.total} 分</b>
                {row.parts.map((part) => (
                  <span key={part.name}>
                    {part.name} {part.score}
                  </span>
                ))}
                {row.bonus > 0 && <span>加分 {row.bonus}</span>}
              </div>
            </Link>
          )}
          columns={[
            {
              title: '名次',
              width: 64,
              align: 'center',
              render: (_, { place }) => <span className={`rank${place <= 3 ? ' first' : ''}`}>{place}</span>,
            },
            {
              title: '单位',
              render: (_, row) => (
                <Link to={sheetOf(board.month, row)}>
                  <UnitName unit={row.unit} />
                </Link>
              ),
            },
            {
              title: '县区',
              width: 96,
              render: (_, { unit }) => unit.countyName ?? <span className="quiet">市级</span>,
            },
            ...parts.map((part, index) => ({
              title: `${part.name}（${part.weight}%）`,
              width: 118,
              align: 'right' as const,
              render: (_: unknown, row: AssessedUnit) => row.parts[index]?.score ?? '—',
            })),
            { title: '加分', width: 72, align: 'right', render: (_, { bonus }) => (bonus > 0 ? `+${bonus}` : '—') },
            {
              title: '总分',
              width: 116,
              align: 'right',
              render: (_, { total, announced }) => (
                <>
                  <b>{total}</b>
                  {announced != null && <div className="quiet small">公布时 {announced}</div>}
                </>
              ),
            },
            {
              title: '得分单',
              width: 96,
              render: (_, row) => <Link to={sheetOf(board.month, row)}>{row.facts} 条</Link>,
            },
          ]}
        />
      </Panel>
    </div>
  )
}
