import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Popconfirm, Select, Switch, Table, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitSelect } from '@/components/UnitSelect'
import { Secret } from '@/features/accounts/Secret'
import type { Account, ApiClient, Role } from '@/lib/api/types'
import {
  useAccounts,
  useAddClient,
  useAddSecret,
  useChangeAccount,
  useChangeClient,
  useClients,
  useDropSecret,
  useOpenAccount,
} from '@/lib/requests/accounts'
import { usePersons, usePosts, useUnits } from '@/lib/requests/directory'
import { moment } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'
import { roleWords, scopeWords } from '@/lib/words'

type Shown = { title: string; rows: [string, string][] }

export function AccountsPage() {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string }
  const [secret, setSecret] = useState<Shown | null>(null)
  return (
    <>
      <PageHead title="账号与接口" note="账号的权限随所任岗位自动变化；接口凭据供县区系统对接使用" />
      <Tabs
        activeKey={search.tab === 'clients' ? 'clients' : 'accounts'}
        onChange={(tab) => navigate({ to: '/accounts', search: tab === 'clients' ? { tab } : {} })}
        items={[
          { key: 'accounts', label: '登录账号', children: <Accounts show={setSecret} /> },
          { key: 'clients', label: '接口凭据', children: <Clients show={setSecret} /> },
        ]}
      />
      {secret && <Secret {...secret} onClose={() => setSecret(null)} />}
    </>
  )
}

function Accounts({ show }: { show: (secret: Shown) => void }) {
  const accounts = useAccounts()
  const change = useChangeAccount()
  const [opening, setOpening] = useState(false)
  return (
    <Panel
      title="登录账号"
      flush
      actions={
        <Button type="primary" onClick={() => setOpening(true)}>
          开通账号
        </Button>
      }
    >
      <Loading query={accounts}>
        {(items) => (
          <Table<Account>
            size="small"
            rowKey="id"
            dataSource={items}
            scroll={{ x: 860 }}
            pagination={items.length > 50 ? { pageSize: 50 } : false}
            locale={{ emptyText: <Blank title="还没有账号" /> }}
            columns={[
              { title: '用户名', dataIndex: 'username' },
              {
                title: '人员',
                width: 120,
                render: (_, { personName }) => personName || <span className="quiet">系统内置</span>,
              },
              {
                title: '岗位',
                render: (_, { posts, administrator }) =>
                  posts.map(({ unitName, title }) => `${unitName} ${title}`).join('、') || (
                    <span className="quiet">{administrator ? '系统管理员' : '未任职，登录后无权限'}</span>
                  ),
              },
              {
                title: '最近登录',
                width: 148,
                render: (_, { lastSignInAt }) =>
                  lastSignInAt ? moment(lastSignInAt) : <span className="quiet">从未登录</span>,
              },
              {
                title: '密码',
                width: 130,
                render: (_, { mustChangePassword }) =>
                  mustChangePassword ? (
                    <Tag variant="filled" color="warning">
                      须首次修改
                    </Tag>
                  ) : (
                    <span className="quiet">已设置</span>
                  ),
              },
              {
                title: '启用',
                width: 80,
                render: (_, { id, enabled, username }) => (
                  <Switch
                    size="small"
                    checked={enabled}
                    aria-label={`启用 ${username}`}
                    onChange={(on) => change.mutate({ id, enabled: on })}
                  />
                ),
              },
              {
                title: '操作',
                width: 110,
                render: (_, { id, username }) => (
                  <Popconfirm
                    title={`重置 ${username} 的密码？`}
                    description="原密码立即失效。"
                    okText="重置"
                    onConfirm={() =>
                      change.mutate(
                        { id, resetPassword: true },
                        {
                          onSuccess: (account) =>
                            account?.initialPassword &&
                            show({
                              title: '密码已重置',
                              rows: [
                                ['用户名', account.username],
                                ['初始密码', account.initialPassword],
                              ],
                            }),
                        },
                      )
                    }
                  >
                    <Button type="link" size="small" style={{ padding: 0 }}>
                      重置密码
                    </Button>
                  </Popconfirm>
                ),
              },
            ]}
          />
        )}
      </Loading>
      {opening && <OpenDialog show={show} onClose={() => setOpening(false)} />}
    </Panel>
  )
}

function OpenDialog({ show, onClose }: { show: (secret: Shown) => void; onClose: () => void }) {
  const open = useOpenAccount()
  const [q, setQ] = useState('')
  const persons = usePersons(q)
  const words = useUnitWords()
  const posts = usePosts()
  const label = (id: string, name: string) => {
    const post = posts.data?.find(({ holder }) => holder?.personId === id)
    return post ? `${name}（${words(post.unit)} ${post.title}）` : `${name}（未任职）`
  }
  return (
    <FormDialog<{ username: string; personId: string }>
      title="开通账号"
      action="开通"
      busy={open.isPending}
      problem={open.error}
      onFinish={(words) =>
        open.mutate(words, {
          onSuccess: (account) => {
            onClose()
            if (account.initialPassword)
              show({
                title: '账号已开通',
                rows: [
                  ['用户名', account.username],
                  ['初始密码', account.initialPassword],
                ],
              })
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="personId" label="人员" rules={[{ required: true, message: '请选择人员' }]}>
        <Select
          placeholder="输入姓名查找"
          showSearch={{ filterOption: false, onSearch: setQ }}
          options={persons.data?.map(({ id, name }) => ({ value: id, label: label(id, name) }))}
        />
      </Form.Item>
      <Form.Item
        name="username"
        label="用户名"
        rules={[
          { required: true, whitespace: true, message: '请填写用户名' },
          {
            pattern: /^\s*[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}\s*$/u,
            message: '2 到 40 个字符，可用汉字、字母、数字和 . _ @ -',
          },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

function Clients({ show }: { show: (secret: Shown) => void }) {
  const clients = useClients()
  const units = useUnits()
  const change = useChangeClient()
  const addSecret = useAddSecret()
  const drop = useDropSecret()
  const [adding, setAdding] = useState(false)
  const unitOf = (client: ApiClient) =>
    client.unit?.name ?? units.data?.find(({ id }) => id === client.unitId)?.name ?? '—'
  return (
    <Panel
      title="接口凭据"
      flush
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          新建凭据
        </Button>
      }
    >
      <Loading query={clients}>
        {(items) => (
          <Table<ApiClient>
            size="small"
            rowKey="id"
            dataSource={items}
            scroll={{ x: 980 }}
            pagination={false}
            locale={{ emptyText: <Blank title="还没有接口凭据" note="县区自有系统对接时，为其单位新建凭据" /> }}
            columns={[
              {
                title: '名称',
                render: (_, client) => (
                  <div>
                    {client.name}
                    <div className="quiet small">{client.clientId}</div>
                  </div>
                ),
              },
              { title: '单位', width: 150, render: (_, client) => unitOf(client) },
              { title: '角色', width: 110, render: (_, { role }) => roleWords[role] ?? role },
              {
                title: '权限范围',
                render: (_, { scopes }) => (
                  <span className="row wrap" style={{ gap: 4 }}>
                    {scopes.map((scope) => (
                      <Tag key={scope} variant="filled" style={{ margin: 0 }}>
                        {scopeWords[scope] ?? scope}
                      </Tag>
                    ))}
                  </span>
                ),
              },
              {
                title: '密钥',
                width: 210,
                render: (_, client) => (
                  <div>
                    {client.secrets?.map((secret) => (
                      <div key={secret.id} className="row small">
                        <span className="quiet">{moment(secret.createdAt)}</span>
                        {(client.secrets?.length ?? 0) > 1 && (
                          <Popconfirm
                            title="作废这个密钥？"
                            description="使用它的系统将无法再连接。"
                            okText="作废"
                            onConfirm={() => drop.mutate({ id: client.id, secretId: secret.id })}
                          >
                            <Button type="link" size="small" danger style={{ padding: 0, height: 20 }}>
                              作废
                            </Button>
                          </Popconfirm>
                        )}
                      </div>
                    ))}
                    {(client.secrets?.length ?? 1) < 2 && (
                      <Button
                        type="link"
                        size="small"
                        style={{ padding: 0, height: 20 }}
                        loading={addSecret.isPending && addSecret.variables === client.id}
                        onClick={() =>
                          addSecret.mutate(client.id, {
                            onSuccess: ({ clientSecret }) =>
                              show({
                                title: '第二个密钥已生成',
                                rows: [
                                  ['客户端编号', client.clientId],
                                  ['密钥', clientSecret],
                                ],
                              }),
                          })
                        }
                      >
                        增发密钥
                      </Button>
                    )}
                  </div>
                ),
              },
              {
                title: '启用',
                width: 70,
                render: (_, { id, enabled, name }) => (
                  <Switch
                    size="small"
                    checked={enabled}
                    aria-label={`启用 ${name}`}
                    onChange={(on) => change.mutate({ id, enabled: on })}
                  />
                ),
              },
            ]}
          />
        )}
      </Loading>
      {adding && <ClientDialog show={show} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

const offered = ['ledger:read', 'report:write', 'indicator:write', 'directory:read', 'meeting:read', 'alert:read']

function ClientDialog({ show, onClose }: { show: (secret: Shown) => void; onClose: () => void }) {
  const add = useAddClient()
  return (
    <FormDialog<{ name: string; unitId: string; role: Role; scopes: string[] }>
      title="新建接口凭据"
      action="新建"
      busy={add.isPending}
      problem={add.error}
      initialValues={{ role: 'COUNTY_OFFICE', scopes: ['ledger:read', 'report:write', 'indicator:write'] }}
      onFinish={(words) =>
        add.mutate(words, {
          onSuccess: (client) => {
            onClose()
            show({
              title: '接口凭据已新建',
              rows: [
                ['客户端编号', client.clientId],
                ['密钥', client.clientSecret],
              ],
            })
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input placeholder="例如：县卫生健康局业务系统" maxLength={60} />
      </Form.Item>
      <Form.Item name="unitId" label="所属单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="role" label="角色">
        <Select
          options={(['COUNTY_OFFICE', 'LIAISON', 'SUPERVISOR', 'SECRETARY'] as Role[]).map((value) => ({
            value,
            label: roleWords[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="scopes" label="权限范围" rules={[{ required: true, message: '请至少选一项' }]}>
        <Checkbox.Group options={offered.map((value) => ({ value, label: scopeWords[value] }))} />
      </Form.Item>
    </FormDialog>
  )
}
