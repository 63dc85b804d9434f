import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/components/FormDialog'
import type { Shown } from '@/features/accounts/Secret'
import { useOpenAccount } from '@/lib/requests/accounts'
import { usePersons, usePosts } from '@/lib/requests/directory'
import { useUnitWords } from '@/lib/unitWords'

/** 开通账号: a person of the directory gets a user name and a first password. */
export function OpenDialog({ show, onClose }: { show: (secret: Shown) => void; onClose: () => void }) {
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
