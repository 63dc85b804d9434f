import { SearchOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { LightTag } from '@/components/LightTag'
import { Narrowed } from '@/components/Narrowed'
import { UnitSelect } from '@/components/UnitSelect'
import { type changed, many } from '@/features/ledger/filters'
import type { Light, TaskKind, TaskState } from '@/lib/api/types'
import { useCounties } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { usePlans } from '@/lib/requests/plans'
import type { TaskFilter } from '@/lib/requests/tasks'
import { dueRange } from '@/lib/time'
import { givenStates, kindWords, lights, openStates, taskLightWords, taskStateWords } from '@/lib/words'

/** What narrows the ledger: fields for what is asked for often, and in words what else the address brought along. */
export function FilterFields({
  filter,
  set,
  clear,
}: {
  filter: TaskFilter
  set: (change: Parameters<typeof changed>[1]) => void
  clear: () => void
}) {
  const me = useMe()
  const plans = usePlans()
  const counties = useCounties()
  return (
    <>
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
        {Object.keys(filter).length > 0 && (
          <Button type="link" style={{ flex: '0 0 auto' }} onClick={clear}>
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
          { words: filter.shares && '县区承担的', drop: () => set({ shares: undefined }) },
          { words: filter.watched && '我关注的', drop: () => set({ watched: undefined }) },
          { words: filter.still && '久无进展', drop: () => set({ still: undefined }) },
          { words: filter['to-acknowledge'] && '尚未签收', drop: () => set({ 'to-acknowledge': undefined }) },
          {
            words: filter['due-from'] && dueRange(filter['due-from'], filter['due-before']),
            drop: () => set({ 'due-from': undefined, 'due-before': undefined }),
          },
        ]}
      />
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
