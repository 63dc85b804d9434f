import { BellOutlined, LockOutlined, LogoutOutlined, MailOutlined, MenuOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Badge, Button, Drawer, Dropdown, Layout, Menu } from 'antd'
import { Suspense, useState } from 'react'
import { menuOf, tabsOf } from '@/app/menu'
import { useNarrow } from '@/components/useNarrow'
import { BellPanel } from '@/features/alerts/BellPanel'
import { followAlert } from '@/features/alerts/follow'
import { TrainingClock } from '@/features/clock/TrainingClock'
import { ChangePasswordDialog } from '@/features/session/ChangePassword'
import { useUnread } from '@/lib/requests/alerts'
import { useLive } from '@/lib/requests/live'
import { useMe } from '@/lib/requests/me'
import { signOut } from '@/lib/requests/session'
import { roleWords } from '@/lib/words'

export function Frame() {
  const me = useMe()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const client = useQueryClient()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const unread = useUnread().data ?? 0
  const [drawer, setDrawer] = useState(false)
  const [password, setPassword] = useState(false)
  useLive((alert) => followAlert(alert, navigate))

  const entries = menuOf(me.roles)
  const here = entries
    .filter((entry) => entry.to === path || (entry.to !== '/' && path.startsWith(entry.to)))
    .sort((a, b) => b.to.length - a.to.length)[0]?.to
  const selected = here ?? (path.startsWith('/tasks/') ? '/ledger' : '')
  const leave = async () => {
    await signOut().catch(() => undefined)
    client.clear()
    navigate({ to: '/sign-in' })
  }
  const post = me.posts[0]
  const standing = post
    ? `${post.unit?.shortName ?? me.unit?.shortName ?? ''} ${post.title}`
    : (me.unit?.shortName ?? me.roles.map((role) => roleWords[role]).join('、'))

  const menu = (
    <Menu
      theme="dark"
      mode="inline"
      selectedKeys={[selected]}
      items={entries.map((entry) => ({
        key: entry.to,
        icon: entry.icon,
        label: (
          <Link to={entry.to} onClick={() => setDrawer(false)}>
            {entry.words}
          </Link>
        ),
      }))}
    />
  )
  const person = {
    items: [
      { key: 'password', icon: <LockOutlined />, label: '修改密码', onClick: () => setPassword(true) },
      ...(me.local.mailbox
        ? [
            {
              key: 'mailbox',
              icon: <MailOutlined />,
              label: (
                <a href={me.local.mailbox} target="_blank" rel="noreferrer">
                  查看邮箱（本机演练）
                </a>
              ),
            },
          ]
        : []),
      { type: 'divider' as const },
      { key: 'leave', icon: <LogoutOutlined />, label: '退出登录', onClick: leave },
    ],
  }

  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        跳到正文
      </a>
      {!narrow && (
        <Layout.Sider width={204} className="sider">
          <div className="brand">
            <img src="/favicon.svg" alt="" />
            <div>
              督办<small>任务台账与联席会议</small>
            </div>
          </div>
          <nav aria-label="主菜单">{menu}</nav>
          <div className="foot">任务督办 · 联席会议</div>
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="topbar">
          {narrow && (
            <Button type="text" icon={<MenuOutlined />} aria-label="打开菜单" onClick={() => setDrawer(true)} />
          )}
          {narrow && <span className="title">督办</span>}
          <span className="grow" />
          {me.local.clock && <TrainingClock settable={me.staff} narrow={narrow} />}
          <BellPanel>
            <Badge count={unread} size="small" overflowCount={99} offset={[-4, 4]}>
              <Button
                type="text"
                icon={<BellOutlined style={{ fontSize: 18 }} />}
                aria-label={`消息，${unread} 条未读`}
              />
            </Badge>
          </BellPanel>
          <Dropdown menu={person} trigger={['click']} placement="bottomRight">
            <button type="button" className="who" aria-label={`${me.name}，个人菜单`}>
              <span className="avatar">{me.name.slice(0, 1)}</span>
              {!narrow && (
                <span>
                  {me.name}
                  <span className="small quiet clip">{standing}</span>
                </span>
              )}
            </button>
          </Dropdown>
        </Layout.Header>
        <main id="content" className="main">
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
      {narrow && (
        <nav className="tabbar" aria-label="常用">
          {tabsOf(me.roles).map((entry) => (
            <Link key={entry.to} to={entry.to} className={selected === entry.to ? 'on' : ''}>
              {entry.icon}
              {entry.short ?? entry.words}
            </Link>
          ))}
          <button type="button" onClick={() => setDrawer(true)}>
            <MenuOutlined />
            更多
          </button>
        </nav>
      )}
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="left"
        size={250}
        title={null}
        closable={false}
        styles={{ body: { padding: 0, background: '#14345e' } }}
      >
        <div className="brand">
          <img src="/favicon.svg" alt="" />
          <div>
            督办<small>{standing}</small>
          </div>
        </div>
        {menu}
      </Drawer>
      <ChangePasswordDialog open={password} onClose={() => setPassword(false)} />
    </Layout>
  )
}
