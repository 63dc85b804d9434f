import { UploadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Popconfirm, Segmented, Select, Table, Tabs, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { HolderDialog, HoldersDialog, PostDialog, UnitDialog } from '@/features/directory/dialogs'
import { SheetDialog } from '@/features/directory/SheetDialog'
import type { Post, Unit } from '@/lib/api/types'
import { useAddCounty, useCounties, usePosts, useRetireUnit, useUnits, useVacatePost } from '@/lib/requests/directory'
import { useMe } from '@/lib/requests/me'
import { levelWords, roleWords } from '@/lib/words'

export function DirectoryPage() {
  const me = useMe()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string }
  const editable = me.has('SUPERVISOR', 'SECRETARY', 'ADMIN')
  const [sheet, setSheet] = useState(false)
  return (
    <>
      <PageHead title="单位与岗位" note="权限跟着岗位走：谁任职，谁办理；换人不换事">
        {editable && (
          <Button icon={<UploadOutlined />} onClick={() => setSheet(true)}>
            表格导入
          </Button>
        )}
      </PageHead>
      <Tabs
        activeKey={search.tab === 'posts' ? 'posts' : 'units'}
        onChange={(tab) => navigate({ to: '/directory', search: tab === 'posts' ? { tab } : {} })}
        items={[
          { key: 'units', label: '单位', children: <Units editable={editable} /> },
          { key: 'posts', label: '岗位与任职', children: <Posts editable={editable} /> },
        ]}
      />
      {sheet && <SheetDialog onClose={() => setSheet(false)} />}
    </>
  )
}

function Units({ editable }: { editable: boolean }) {
  const units = useUnits()
  const counties = useCounties()
  const retire = useRetireUnit()
  const addCounty = useAddCounty()
  const [q, setQ] = useState('')
  const [county, setCounty] = useState<string>()
  const [retired, setRetired] = useState<'live' | 'all'>('live')
  const [editing, setEditing] = useState<Unit | 'new' | null>(null)
  const [countyName, setCountyName] = useState('')
  const shown = useMemo(
    () =>
      (units.data ?? []).filter(
        (unit) =>
          (retired === 'all' || !unit.retired) &&
          (!county || (county === 'city' ? !unit.county : unit.county?.id === county)) &&
          (!q.trim() || [unit.name, unit.shortName, ...unit.aliases].some((name) => name.includes(q.trim()))),
      ),
    [units.data, q, county, retired],
  )
  return (
    <Panel flush>
      <div className="filters">
        <Input.Search
          allowClear
          placeholder="搜单位名称"
          style={{ width: 220 }}
          onChange={(event) => setQ(event.target.value)}
        />
        <Select
          allowClear
          placeholder="县区"
          style={{ width: 150 }}
          value={county}
          onChange={setCounty}
          options={[
            { value: 'city', label: '市级' },
            ...(counties.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          popupRender={(menu) => (
            <>
              {menu}
              {editable && (
                <div className="row" style={{ padding: 8, borderTop: '1px solid #e9edf2' }}>
                  <Input
                    size="small"
                    placeholder="登记县区"
                    value={countyName}
                    onChange={(event) => setCountyName(event.target.value)}
                    onKeyDown={(event) => event.stopPropagation()}
                  />
                  <Button
                    size="small"
                    disabled={!countyName.trim()}
                    loading={addCounty.isPending}
                    onClick={() => addCounty.mutate(countyName.trim(), { onSuccess: () => setCountyName('') })}
                  >
                    登记
                  </Button>
                </div>
              )}
            </>
          )}
        />
        <Segmented<'live' | 'all'>
          value={retired}
          onChange={(value) => setRetired(value)}
          options={[
            { value: 'live', label: '在用' },
            { value: 'all', label: '含停用' },
          ]}
        />
        <span className="grow" />
        {editable && (
          <Button type="primary" onClick={() => setEditing('new')} style={{ flex: '0 0 auto' }}>
            登记单位
          </Button>
        )}
      </div>
      <Loading query={units}>
        {() => (
          <Table<Unit>
            size="small"
            rowKey="id"
            dataSource={shown}
            scroll={{ x: 820 }}
            pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            locale={{ emptyText: <Blank title="没有单位" note="可逐个登记，也可用表格一次导入" /> }}
            columns={[
              {
                title: '简称',
                render: (_, unit) => (
                  <span>
                    {unit.shortName} {unit.retired && <Tag variant="filled">已停用</Tag>}
                  </span>
                ),
              },
              { title: '全称', dataIndex: 'name' },
              {
                title: '其他写法',
                render: (_, { aliases }) => (aliases.length ? aliases.join('、') : <span className="quiet">—</span>),
              },
              { title: '层级', width: 90, render: (_, { level }) => levelWords[level] ?? level },
              {
                title: '县区',
                width: 100,
                render: (_, unit) => unit.county?.name ?? <span className="quiet">市级</span>,
              },
              ...(editable
                ? [
                    {
                      title: '操作',
                      width: 120,
                      render: (_: unknown, unit: Unit) =>
                        !unit.retired && (
                          <span className="row">
                            <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setEditing(unit)}>
                              修改
                            </Button>
                            <Popconfirm
                              title={`停用${unit.name}？`}
                              description="停用后不再承担新任务，已有记录保留。"
                              okText="停用"
                              onConfirm={() => retire.mutate(unit)}
                            >
                              <Button type="link" size="small" danger style={{ padding: 0 }}>
                                停用
                              </Button>
                            </Popconfirm>
                          </span>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loading>
      {editing && <UnitDialog unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  )
}

function Posts({ editable }: { editable: boolean }) {
  const posts = usePosts()
  const vacate = useVacatePost()
  const [q, setQ] = useState('')
  const [adding, setAdding] = useState(false)
  const [filling, setFilling] = useState<Post | null>(null)
  const [history, setHistory] = useState<Post | null>(null)
  const shown = useMemo(
    () =>
      (posts.data ?? []).filter(
        (post) =>
          !q.trim() ||
          [post.unit.name, post.unit.shortName, post.title, post.holder?.name ?? ''].some((name) =>
            name.includes(q.trim()),
          ),
      ),
    [posts.data, q],
  )
  return (
    <Panel flush>
      <div className="filters">
        <Input.Search
          allowClear
          placeholder="搜单位、岗位、姓名"
          style={{ width: 240 }}
          onChange={(event) => setQ(event.target.value)}
        />
        <span className="grow" />
        {editable && (
          <Button type="primary" onClick={() => setAdding(true)} style={{ flex: '0 0 auto' }}>
            设立岗位
          </Button>
        )}
      </div>
      <Loading query={posts}>
        {() => (
          <Table<Post>
            size="small"
            rowKey="id"
            dataSource={shown}
            scroll={{ x: 900 }}
            pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            locale={{ emptyText: <Blank title="没有岗位" note="先设立岗位，再登记任职人员" /> }}
            columns={[
              { title: '单位', width: 170, render: (_, { unit }) => <UnitName unit={unit} /> },
              { title: '岗位', dataIndex: 'title' },
              {
                title: '角色',
                width: 120,
                render: (_, { role }) => <Tag variant="filled">{roleWords[role] ?? role}</Tag>,
              },
              {
                title: '任职人',
                width: 110,
                render: (_, { holder }) => holder?.name ?? <span style={{ color: '#b0332b' }}>空缺</span>,
              },
              {
                title: '联系方式',
                width: 200,
                render: (_, { holder }) =>
                  [holder?.phone, holder?.email].filter(Boolean).join(' / ') || <span className="quiet">—</span>,
              },
              { title: '任职起始', width: 108, render: (_, { holder }) => holder?.since?.slice(0, 10) ?? '—' },
              {
                title: '操作',
                width: 160,
                render: (_, post) => (
                  <span className="row">
                    {editable && (
                      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setFilling(post)}>
                        {post.holder ? '换人' : '任职'}
                      </Button>
                    )}
                    {editable && post.holder && (
                      <Popconfirm
                        title={`免去${post.holder.name}的${post.title}？`}
                        description="岗位空缺期间，相关提醒由单位内其他岗位接收。"
                        okText="免职"
                        onConfirm={() => vacate.mutate(post)}
                      >
                        <Button type="link" size="small" style={{ padding: 0 }}>
                          免职
                        </Button>
                      </Popconfirm>
                    )}
                    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setHistory(post)}>
                      历任
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Loading>
      {adding && <PostDialog onClose={() => setAdding(false)} />}
      {filling && <HolderDialog post={filling} onClose={() => setFilling(null)} />}
      {history && <HoldersDialog post={history} onClose={() => setHistory(null)} />}
    </Panel>
  )
}
