import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { ProblemView } from '@/components/ProblemView'
import { keys } from '@/lib/keys'
import { signIn } from '@/lib/requests/session'

export function SignInPage() {
  const router = useRouter()
  const client = useQueryClient()
  const { back } = useSearch({ strict: false }) as { back?: string }
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = '登录 · 督办'
  }, [])

  const enter = async (words: { username: string; password: string }) => {
    setBusy(true)
    setProblem(null)
    try {
      const me = await signIn({ username: words.username.trim(), password: words.password })
      client.clear()
      if (me?.subject) client.setQueryData(keys.me, me)
      // Only an address of this page: a crafted link must not lead elsewhere after sign-in.
      const safe = back?.startsWith('/') && !back.startsWith('//') ? back : '/'
      router.history.push(safe)
    } catch (reason) {
      setProblem(reason)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="sign-in">
      <section className="left">
        <img src="/favicon.svg" alt="" />
        <h1>督办</h1>
        <p>把计划变成任务，把任务落到单位，把进展按月收齐。</p>
        <ul>
          <li>计划文件导入成台账，逐条对照原文</li>
          <li>按月调度报送，到期提醒，逾期亮灯</li>
          <li>联席会议议定事项，印发即交办</li>
        </ul>
      </section>
      <section className="right">
        <Form layout="vertical" size="large" requiredMark={false} onFinish={enter} aria-label="登录">
          <h2>登录</h2>
          <p className="quiet" style={{ marginBottom: 26 }}>
            请使用本单位分配的账号
          </p>
          <Form.Item
            name="username"
            label="用户名"
            rules={[{ required: true, whitespace: true, message: '请输入用户名' }]}
          >
            <Input prefix={<UserOutlined className="quiet" />} autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password prefix={<LockOutlined className="quiet" />} autoComplete="current-password" />
          </Form.Item>
          {problem !== null && (
            <div style={{ marginBottom: 20 }}>
              <ProblemView reason={problem} />
            </div>
          )}
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
          <p className="quiet small" style={{ marginTop: 18 }}>
            忘记密码或无法登录，请与系统管理员联系。
          </p>
        </Form>
      </section>
    </div>
  )
}
