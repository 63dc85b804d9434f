import { DownloadOutlined, InboxOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Dropdown, Popover, Select } from 'antd'
import { useState } from 'react'
import { useNarrow } from '@/components/useNarrow'
import { columns } from '@/features/ledger/columns'
import { NewTaskDialog } from '@/features/ledger/TaskForm'
import { groupable, groupingWords } from '@/features/ledger/views'
import { useMe } from '@/lib/requests/me'
import { ledgerSheet } from '@/lib/requests/sheets'
import type { TaskFilter } from '@/lib/requests/tasks'
import type { Grouping } from '@/lib/requests/views'

/** How the ledger is shown, taken away as a sheet and added to. */
export function Toolbar(props: {
  filter: TaskFilter
  grouping: Grouping | undefined
  group: (by: Grouping | undefined) => void
  chosen: string[]
  choose: (columns: string[]) => void
}) {
  const { filter } = props
  const me = useMe()
  const narrow = useNarrow()
  const [adding, setAdding] = useState(false)
  const visible = columns.filter(({ key, always }) => always || props.chosen.includes(key)).map(({ key }) => key)
  return (
    <>
      <Select
        allowClear
        placeholder="不分组"
        aria-label="分组"
        style={{ width: 122 }}
        value={props.grouping}
        onChange={props.group}
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
              value={props.chosen}
              onChange={(keys) => props.choose(keys as string[])}
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
                <a href={ledgerSheet(filter, narrow ? undefined : visible)} download>
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
        <>
          <Link to="/ledger/import">
            <Button icon={<InboxOutlined />}>导入台账</Button>
          </Link>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            新增任务
          </Button>
        </>
      )}
      {adding && <NewTaskDialog plan={filter.plan} onClose={() => setAdding(false)} />}
    </>
  )
}
