import { Button, Popconfirm, Switch, Table, Tag } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { ClientDialog } from '@/features/accounts/ClientDialog'
import type { Shown } from '@/features/accounts/Secret'
import type { ApiClient } from '@/lib/api/types'
import { useAddSecret, useChangeClient, useClients, useDropSecret } from '@/lib/requests/accounts'
import { useUnits } from '@/lib/requests/directory'
import { moment } from '@/lib/time'
import { roleWords, scopeWords } from '@/lib/words'

/** Credentials with which the counties' own systems come in. */
export function Clients({ show }: { show: (secret: Shown) => void }) {
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
