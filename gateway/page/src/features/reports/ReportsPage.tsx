import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select, Tag } from 'antd'
import { Bar } from '@/components/Bar'
import { LightTag } from '@/components/LightTag'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { SparedWords } from '@/features/reports/SparedWords'
import type { Light, Report } from '@/lib/api/types'
import { periodChoices, periodWords } from '@/lib/period'
import { useToday } from '@/lib/requests/clock'
import { useCounties, useUnitName } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { useReports } from '@/lib/requests/reports'
import { useRound } from '@/lib/requests/rounds'
import { dueRange, dueWords, moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'
import { lightWords, reportStanding, reportStatesWords, reportStateTones } from '@/lib/words'

export function ReportsPage() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/reports')
  const reports = useReports({
    unit: search.unit ?? (me.member ? 'me' : undefined),
    state: search.state,
    period: search.period,
    plan: search.plan,
    round: search.round,
    county: search.county,
    light: search.light,
    'due-from': search['due-from'],
    'due-before': search['due-before'],
    'to-sign-off': search['to-sign-off'],
  })
  const plans = usePlans(!!search.plan)
  const unitName = useUnitName(me.staff && !!search.unit)
  const counties = useCounties(me.staff && !!search.county)
  const round = useRound(search.round ?? '', !!search.round)
  const act = (report: Report) => {
    const words = report.allowed.includes('SIGN_OFF')
      ? '签发'
      : !report.allowed.includes('SUBMIT')
        ? '查看'
        : report.state === 'DUE' && !report.pending
          ? '填写'
          : '修改'
    return (
      <Link to="/reports/$id" params={{ id: report.id }}>
        <Button
          size="small"
          type={words === '填写' || words === '签发' || report.state === 'RETURNED' ? 'primary' : 'default'}
          ghost={words !== '查看' && words !== '修改'}
        >
          {words}
        </Button>
      </Link>
    )
  }
  return (
    <>
      <PageHead
        title="进展报送"
        note={
          <>
            按任务每期报送一次，截止日前提交；
            <SparedWords mine={me.member} />
          </>
        }
      >
        <Segmented
          value={search.state ?? ''}
          onChange={(state) => set({ state: String(state) || undefined })}
          options={[
            { value: '', label: '全部' },
            { value: 'DUE', label: '待报送' },
            { value: 'RETURNED', label: '被退回' },
            { value: 'SUBMITTED', label: '待审核' },
            { value: 'ACCEPTED', label: '已通过' },
          ]}
        />
        <Select
          allowClear
          placeholder="月份"
          aria-label="按月份筛选"
          style={{ width: 156 }}
          value={search.period}
          onChange={(period) => set({ period })}
          options={periodChoices(today, search.period)}
        />
      </PageHead>
      <Panel flush>
        <Narrowed
          by={[
            {
              words: search.state?.includes(',') && reportStatesWords(search.state),
              drop: () => set({ state: undefined }),
            },
            { words: search.light && lightWords[search.light as Light], drop: () => set({ light: undefined }) },
            {
              words: dueRange(search['due-from'], search['due-before']),
              drop: () => set({ 'due-from': undefined, 'due-before': undefined }),
            },
            {
              words: search.unit && search.unit !== 'me' && unitName(search.unit),
              drop: () => set({ unit: undefined }),
            },
            {
              words: search.county && (counties.data?.find(({ id }) => id === search.county)?.name ?? '一个县区'),
              drop: () => set({ county: undefined }),
            },
            {
              words: search.plan && (plans.data?.find(({ id }) => id === search.plan)?.title ?? '一项计划'),
              drop: () => set({ plan: undefined }),
            },
            { words: search['to-sign-off'] && '待签发', drop: () => set({ 'to-sign-off': undefined }) },
            {
              words:
                search.round &&
                (round.data ? `${periodWords(round.data.period)}《${round.data.planTitle}》` : '一期调度'),
              drop: () => set({ round: undefined }),
            },
          ]}
        />
        <PagedListing<Report>
          query={reports}
          idOf={({ id }) => id}
          empty={
            Object.keys(search).length > 0
              ? { title: '没有符合条件的报送', note: '可放宽或清除筛选条件' }
              : { title: '还没有应报送的任务', note: '新一期调度开启后，应报送的任务会列在这里' }
          }
          card={(report) => (
            <Link key={report.id} to="/reports/$id" params={{ id: report.id }} className="card">
              <div className="t">
                {report.taskOrdinal}. {report.taskTitle}
              </div>
              <div className="m">
                <LightTag light={report.light} />
                <Tag color={reportStateTones[report.state]} variant="filled">
                  {reportStanding(report)}
                </Tag>
                <span>{periodWords(report.period)}</span>
                <span>{report.submittedAt ? `${moment(report.submittedAt)} 报送` : dueWords(report.dueOn, today)}</span>
              </div>
            </Link>
          )}
          scroll={{ x: 940 }}
          columns={[
            {
              title: '亮灯',
              width: 82,
              render: (_, report) => <LightTag light={report.light} reason={report.lightReason} />,
            },
            { title: '期次', width: 104, render: (_, report) => periodWords(report.period) },
            {
              title: '任务',
              render: (_, report) => (
                <Link to="/reports/$id" params={{ id: report.id }} className="clip2">
                  {report.taskOrdinal}. {report.taskTitle}
                </Link>
              ),
            },
            ...(me.member
              ? []
              : [
                  {
                    title: '单位',
                    width: 150,
                    render: (_: unknown, report: Report) => <UnitName unit={report.unit} />,
                  },
                ]),
            { title: '截止日', dataIndex: 'dueOn', width: 108 },
            {
              title: '报送情况',
              width: 160,
              render: (_, report) =>
                report.submittedAt ? (
                  <span>
                    {moment(report.submittedAt)}
                    {report.onTime === false && <span className="quiet small"> 迟报</span>}
                  </span>
                ) : (
                  <span className="quiet">{dueWords(report.dueOn, today)}</span>
                ),
            },
            { title: '进度', width: 130, render: (_, report) => <Bar value={report.progress ?? 0} /> },
            {
              title: '状态',
              width: 84,
              render: (_, report) => (
                <Tag color={reportStateTones[report.state]} variant="filled">
                  {reportStanding(report)}
                </Tag>
              ),
            },
            { title: '操作', width: 80, render: (_, report) => act(report) },
          ]}
        />
      </Panel>
    </>
  )
}
