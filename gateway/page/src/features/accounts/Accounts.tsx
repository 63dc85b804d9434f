import { Button, Popconfirm, Switch, Table, Tag } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { OpenDialog } from '@/features/accounts/OpenDialog'
import type { Shown } from '@/features/accounts/Secret'
import type { Account } from '@/lib/api/types'
import { useAccounts, useChangeAccount } from '@/lib/requests/accounts'
import { moment } from '@/lib/time'

export function Accounts({ show }: { show: (secret: Shown) => void }) {
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
