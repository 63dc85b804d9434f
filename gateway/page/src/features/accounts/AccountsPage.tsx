import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useState } from 'react'
import { PageHead } from '@/components/PageHead'
import { Accounts } from '@/features/accounts/Accounts'
import { Clients } from '@/features/accounts/Clients'
import { Secret, type Shown } from '@/features/accounts/Secret'

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
