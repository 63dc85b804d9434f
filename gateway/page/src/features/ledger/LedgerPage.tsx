import { DownloadOutlined, InboxOutlined, PlusOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, DatePicker, Dropdown, Input, Popover, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { LightTag } from '@/components/LightTag'
import { More } from '@/components/More'
import { Narrowed } from '@/components/Narrowed'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitSelect } from '@/components/UnitSelect'
import { useNarrow } from '@/components/useNarrow'
import { columns, rememberColumns, rememberedColumns } from '@/features/ledger/columns'
import { changed, filtered, filterOf, many } from '@/features/ledger/filters'
import { Groups } from '@/features/ledger/Groups'
import { NoTasks, TaskCards } from '@/features/ledger/TaskCards'
import { NewTaskDialog } from '@/features/ledger/TaskForm'
import { Views } from '@/features/ledger/Views'
import { columnsOf, groupable, groupingOf, groupingWords, kept, shownAs } from '@/features/ledger/views'
import type { Light, TaskKind, TaskRow, TaskState } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useCounties } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import { ledgerSheet } from '@/lib/requests/sheets'
import { useTasks } from '@/lib/requests/tasks'
import type { Grouping } from '@/lib/requests/views'
import { dueRange } from '@/lib/time'
import { givenStates, kindWords, lights, openStates, taskLightWords, taskStateWords } from '@/lib/words'

export function LedgerPage() {
  const me = useMe()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const narrow = useNarrow()
  const filter = filterOf(search)
  const asked = groupingOf(search)
  const grouping = asked && groupable(asked, filter) ? asked : undefined
  const tasks = useTasks(filter, undefined, !grouping)
  const plans = usePlans()
  const counties = useCounties()
  const [adding, setAdding] = useState(false)
  const [remembered, setRemembered] = useState(rememberedColumns)
  const chosen = columnsOf(search) ?? remembered
  const set = (change: Parameters<typeof changed>[1]) =>
    navigate({ to: '/ledger', search: { ...kept(search), ...changed(search, change) }, replace: true })
  const group = (by: Grouping | undefined) => {
    const { group: _, ...rest } = kept(search)
    navigate({ to: '/ledger', search: { ...rest, ...(by && { group: by }), ...filterOf(search) }, replace: true })
  }
  const choose = (keys: string[]) => {
    setRemembered(keys)
    rememberColumns(keys)
    if (search.columns)
      navigate({
        to: '/ledger',
        search: { ...search, columns: keys.join(',') } as Record<string, string>,
        replace: true,
      })
  }
  const visible = columns.filter((column) => column.always || chosen.includes(column.key))
  const rows = itemsOf(tasks.data)

  return (
    <>
      <PageHead title="任务台账" note={me.staff ? '全部计划和会议议定事项形成的任务' : '本单位牵头和配合的任务'}>
        <Views shown={shownAs(search, chosen)} />
        <Select
          allowClear
          placeholder="不分组"
          aria-label="分组"
          style={{ width: 122 }}
          value={grouping}
          onChange={(by) => group(by)}
          options={(Object.keys(groupingWords) as Grouping[])
            .filter((by) => groupable(by, filter))
            .map((by) => ({ value: by, label: groupingWords[by] }))}
        />
        {!narrow && (
          <Popover
            trigger="click"
            placement="bottomRight"
            title="显示的列"
            content={
              <Checkbox.Group
                value={chosen}
                onChange={(keys) => choose(keys as string[])}
                style={{ display: 'grid', gap: 6 }}
                options={columns.map(({ key, words, always }) => ({ value: key, label: words, disabled: always }))}
              />
            }
          >
            <Button icon={<SettingOutlined />}>列设置</Button>
          </Popover>
        )}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'shown',
                label: (
                  <a href={ledgerSheet(filter, narrow ? undefined : visible.map(({ key }) => key))} download>
                    按当前筛选和列导出
                  </a>
                ),
              },
              {
                key: 'all',
                label: (
                  <a href={ledgerSheet(filter)} download>
                    导出全部列，改后可导回
                  </a>
                ),
              },
            ],
          }}
        >
          <Button icon={<DownloadOutlined />}>导出</Button>
        </Dropdown>
        {me.has('SUPERVISOR') && (
          <Link to="/ledger/import">
            <Button icon={<InboxOutlined />}>导入台账</Button>
          </Link>
        )}
        {me.has('SUPERVISOR') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            新增任务
          </Button>
        )}
      </PageHead>
      {adding && <NewTaskDialog plan={filter.plan} onClose={() => setAdding(false)} />}
      <Panel flush>
        <search className="filters">
          <Words value={filter.q ?? ''} change={(q) => set({ q })} />
          <Select
            mode="multiple"
            allowClear
            maxTagCount={0}
            maxTagPlaceholder={() =>
              many(filter.light)
                .map((one) => taskLightWords[one as Light] ?? one)
                .join('、')
            }
            placeholder="亮灯"
            aria-label="按亮灯筛选"
            style={{ width: 150 }}
            value={many(filter.light)}
            onChange={(light) => set({ light })}
            options={lights.map((light) => ({
              value: light,
              label: <LightTag light={light} task />,
              title: taskLightWords[light],
            }))}
          />
          <Select
            mode="multiple"
            allowClear
            maxTagCount={0}
            maxTagPlaceholder={() =>
              filter.state === openStates.join(',')
                ? '未销号'
                : filter.state === givenStates.join(',')
                  ? '已下达'
                  : many(filter.state)
                      .map((one) => taskStateWords[one as TaskState] ?? one)
                      .join('、')
            }
            placeholder="状态"
            aria-label="按状态筛选"
            style={{ width: 120 }}
            value={many(filter.state)}
            onChange={(state) => set({ state })}
            options={Object.entries(taskStateWords).map(([value, label]) => ({ value: value as TaskState, label }))}
          />
          <Select
            mode="multiple"
            allowClear
            maxTagCount={0}
            maxTagPlaceholder={() =>
              many(filter.kind)
                .map((one) => kindWords[one as TaskKind] ?? one)
                .join('、')
            }
            placeholder="类型"
            aria-label="按类型筛选"
            style={{ width: 110 }}
            value={many(filter.kind)}
            onChange={(kind) => set({ kind })}
            options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          />
          {me.staff && (
            <UnitSelect
              allowClear
              aria-label="按单位筛选"
              style={{ width: 136 }}
              value={filter.unit}
              onChange={(unit) => set({ unit })}
            />
          )}
          {!me.staff && (
            <Select
              allowClear
              placeholder="牵头或配合"
              aria-label="按牵头或配合筛选"
              value={filter.part}
              onChange={(part) => set({ part })}
              options={[
                { value: 'LEAD', label: '本单位牵头' },
                { value: 'COOPERATING', label: '本单位配合' },
              ]}
            />
          )}
          {me.staff && (counties.data?.length ?? 0) > 0 && (
            <Select
              allowClear
              placeholder="县区"
              aria-label="按县区筛选"
              value={filter.county}
              onChange={(county) => set({ county })}
              options={counties.data?.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Select
            allowClear
            placeholder="来源"
            aria-label="按来源计划筛选"
            style={{ width: 136 }}
            popupMatchSelectWidth={420}
            value={filter.plan}
            onChange={(plan) => set({ plan })}
            options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <DatePicker
            placeholder="此日前到期"
            aria-label="按到期日筛选"
            style={{ width: 122 }}
            value={filter['due-before'] ? dayjs(filter['due-before']) : null}
            onChange={(day) => set({ 'due-before': day?.format('YYYY-MM-DD') })}
          />
          {filtered(search) > 0 && (
            <Button
              type="link"
              style={{ flex: '0 0 auto' }}
              onClick={() => navigate({ to: '/ledger', search: kept(search) })}
            >
              清除筛选
            </Button>
          )}
        </search>
        <Narrowed
          by={[
            {
              words: me.staff && filter.part && (filter.part === 'LEAD' ? '牵头的' : '配合的'),
              drop: () => set({ part: undefined }),
            },
            { words: filter['own-plans'] && '本级审核', drop: () => set({ 'own-plans': undefined }) },
            {
              words: filter['extension-asked'] && '有延期申请待审核',
              drop: () => set({ 'extension-asked': undefined }),
            },
            { words: filter.still && '久无进展', drop: () => set({ still: undefined }) },
            { words: filter['to-acknowledge'] && '尚未签收', drop: () => set({ 'to-acknowledge': undefined }) },
            {
              words: filter['due-from'] && dueRange(filter['due-from'], filter['due-before']),
              drop: () => set({ 'due-from': undefined, 'due-before': undefined }),
            },
          ]}
        />
        {grouping ? (
          <Groups by={grouping} filter={filter} columns={visible} />
        ) : tasks.error ? (
          <div style={{ padding: 18 }}>
            <ProblemView reason={tasks.error} retry={() => tasks.refetch()} />
          </div>
        ) : narrow ? (
          <TaskCards rows={rows} loading={tasks.isLoading} filtered={filtered(search) > 0} />
        ) : (
          <Table<TaskRow>
            size="small"
            rowKey="id"
            dataSource={rows}
            loading={tasks.isLoading}
            pagination={false}
            sticky={{ offsetHeader: 56 }}
            scroll={{ x: visible.reduce((sum, { width }) => sum + Number(width ?? 250), 0) }}
            tableLayout="fixed"
            columns={visible}
            locale={{
              emptyText: tasks.isLoading ? (
                <div style={{ height: 180 }} />
              ) : (
                <NoTasks filtered={filtered(search) > 0} />
              ),
            }}
          />
        )}
        {!grouping && (
          <More
            has={tasks.hasNextPage}
            loading={tasks.isFetchingNextPage}
            load={tasks.fetchNextPage}
            shown={rows.length}
          />
        )}
      </Panel>
    </>
  )
}

/** Searching starts when typing pauses, and a typed character never fights the address. */
function Words({ value, change }: { value: string; change: (q: string) => void }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => change(typed), 350)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Input
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      placeholder="搜标题、内容"
      aria-label="搜索任务"
      style={{ width: 190 }}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
