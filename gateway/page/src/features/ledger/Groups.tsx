import { Collapse, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Bar } from '@/components/Bar'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { StateTag } from '@/features/ledger/columns'
import { TaskCards } from '@/features/ledger/TaskCards'
import { ofGroup } from '@/features/ledger/views'
import type { Light, TaskGroup, TaskKind, TaskRow, TaskState } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { type TaskFilter, useTasks } from '@/lib/requests/tasks'
import { type Grouping, useTaskGroups } from '@/lib/requests/views'
import { kindWords } from '@/lib/words'

type Columns = TableColumnsType<TaskRow>

/** The ledger in groups with their counts; a group's tasks are fetched when it is opened. */
export function Groups({ by, filter, columns }: { by: Grouping; filter: TaskFilter; columns: Columns }) {
  const groups = useTaskGroups(by, filter)
  const [open, setOpen] = useState<string[]>([])
  return (
    <Loading query={groups}>
      {(found) =>
        found.length === 0 ? (
          <Blank title="没有符合条件的任务" note="可放宽或清除筛选条件" />
        ) : (
          <Collapse
            ghost
            className="groups"
            activeKey={open}
            onChange={(keys) => setOpen(Array.isArray(keys) ? keys : [keys])}
            items={found.map((group) => ({
              key: group.key ?? '',
              label: <Heading by={by} group={group} />,
              children: <Rows filter={ofGroup(by, group.key ?? null, filter)} columns={columns} />,
            }))}
          />
        )
      }
    </Loading>
  )
}

function Heading({ by, group }: { by: Grouping; group: TaskGroup }) {
  return (
    <div className="group-head">
      <b style={{ fontWeight: 500 }}>
        {by === 'light' ? (
          <LightTag light={group.key as Light} task />
        ) : by === 'state' ? (
          <StateTag state={group.key as TaskState} />
        ) : by === 'kind' ? (
          kindWords[group.key as TaskKind]
        ) : (
          group.words
        )}
      </b>
      <span>
        {group.tasks} 项<span className="quiet small">，已销号 {group.closed} 项</span>
      </span>
      <span>
        <Bar value={group.averageProgress} />
      </span>
    </div>
  )
}

function Rows({ filter, columns }: { filter: TaskFilter | null; columns: Columns }) {
  const narrow = useNarrow()
  const tasks = useTasks(filter ?? {}, 50, filter !== null)
  const rows = itemsOf(tasks.data)
  if (!filter) return <Blank title="这些任务尚未明确牵头单位" note="请在计划文件或台账中补充" />
  if (tasks.error && !tasks.data) return <ProblemView reason={tasks.error} retry={() => tasks.refetch()} />
  return (
    <>
      {narrow ? (
        <TaskCards rows={rows} loading={tasks.isLoading} filtered />
      ) : (
        <Table<TaskRow>
          size="small"
          rowKey="id"
          dataSource={rows}
          loading={tasks.isLoading}
          pagination={false}
          tableLayout="fixed"
          scroll={{ x: columns.reduce((sum, { width }) => sum + Number(width ?? 250), 0) }}
          columns={columns}
        />
      )}
      <More has={tasks.hasNextPage} loading={tasks.isFetchingNextPage} load={tasks.fetchNextPage} shown={rows.length} />
    </>
  )
}
