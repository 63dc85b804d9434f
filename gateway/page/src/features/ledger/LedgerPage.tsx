import { StarFilled, StarOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { columns, rememberColumns, rememberedColumns } from '@/features/ledger/columns'
import { FilterFields } from '@/features/ledger/FilterFields'
import { changed, filtered, filterOf } from '@/features/ledger/filters'
import { Groups } from '@/features/ledger/Groups'
import { NoTasks, TaskCards } from '@/features/ledger/TaskCards'
import { Toolbar } from '@/features/ledger/Toolbar'
import { ViewMenu } from '@/features/ledger/ViewMenu'
import { columnsOf, groupable, groupingOf, kept, shownAs } from '@/features/ledger/views'
import type { TaskRow } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { useMe } from '@/lib/requests/me'
import { useTasks } from '@/lib/requests/tasks'
import type { Grouping } from '@/lib/requests/views'

export function LedgerPage() {
  const me = useMe()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const narrow = useNarrow()
  const filter = filterOf(search)
  const asked = groupingOf(search)
  const grouping = asked && groupable(asked, filter) ? asked : undefined
  const tasks = useTasks(filter, undefined, !grouping)
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
        <Button
          icon={filter.watched ? <StarFilled style={{ color: '#d48806' }} /> : <StarOutlined />}
          aria-pressed={!!filter.watched}
          onClick={() => set({ watched: filter.watched ? undefined : 'true' })}
        >
          我关注的
        </Button>
        <ViewMenu shown={shownAs(search, chosen)} />
        <Toolbar filter={filter} grouping={grouping} group={group} chosen={chosen} choose={choose} />
      </PageHead>
      <Panel flush>
        <FilterFields filter={filter} set={set} clear={() => navigate({ to: '/ledger', search: kept(search) })} />
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
