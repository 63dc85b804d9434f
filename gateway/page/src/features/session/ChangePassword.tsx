import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemView } from '@/components/ProblemView'
import { meQuery } from '@/lib/requests/me'
import { changePassword, signOut } from '@/lib/requests/session'

type Words = { old: string; new: string; again: string }

function PasswordForm({ action, done }: { action: string; done: () => void }) {
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const change = async (words: Words) => {
    setBusy(true)
    setProblem(null)
    try {
      await changePassword({ old: words.old, new: words.new })
      done()
    } catch (reason) {
      setProblem(reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={change}>
      <Form.Item name="old" label="原密码" rules={[{ required: true, message: '请输入原密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new"
        label="新密码"
        extra="8 至 64 位，须同时有字母和数字"
        dependencies={['old']}
        rules={[
          { required: true, message: '请输入新密码' },
          { pattern: /^(?=.*\p{L})(?=.*\d).{8,64}$/u, message: '8 至 64 位，须同时有字母和数字' },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value === getFieldValue('old')) throw new Error('新密码不能与原密码相同')
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一次"
        dependencies={['new']}
        rules={[
          { required: true, message: '请再输入一次新密码' },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue('new')) throw new Error('两次输入的新密码不一致')
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {problem !== null && (
        <div style={{ marginBottom: 16 }}>
          <ProblemView reason={problem} />
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {action}
      </Button>
    </Form>
  )
}

export function ChangePasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <Modal open={open} title="修改密码" footer={null} onCancel={onClose} destroyOnHidden width={400}>
      <PasswordForm
        action="确认修改"
        done={() => {
          message.success('密码已修改')
          onClose()
        }}
      />
    </Modal>
  )
}

/** The first sign-in with a password that somebody else made. */
export function ForcedPasswordPage() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <div style={{ minHeight: '100vh', display: 'grid', placeContent: 'center', padding: 20 }}>
      <section className="panel" style={{ width: 'min(420px, calc(100vw - 40px))' }}>
        <header>
          <h2>请先设置新密码</h2>
        </header>
        <div className="body">
          <p className="quiet" style={{ marginBottom: 18 }}>
            当前使用的是初始密码。为保证账号安全，设置新密码后方可继续使用。
          </p>
          <PasswordForm
            action="设置并进入"
            done={async () => {
              message.success('密码已设置')
              // What sign-in put into the cache knows no request of its own: it cannot be refetched, only fetched.
              await client.fetchQuery({ ...meQuery, staleTime: 0 })
              navigate({ to: '/' })
            }}
          />
          <Button
            type="link"
            block
            style={{ marginTop: 8 }}
            onClick={async () => {
              await signOut().catch(() => undefined)
              client.clear()
              navigate({ to: '/sign-in' })
            }}
          >
            退出登录
          </Button>
        </div>
      </section>
    </div>
  )
}
