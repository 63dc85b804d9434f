import { BookOutlined, DeleteOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/components/FormDialog'
import { addressOf } from '@/features/ledger/views'
import type { LedgerView } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useChangeView, useDropView, useKeepView, useViews, type ViewWords } from '@/lib/requests/views'

type Shown = Pick<ViewWords, 'filter' | 'columns' | 'grouping'>

/** Views that somebody keeps under a name: chosen, kept, shared and dropped here. */
export function ViewMenu({ shown }: { shown: Shown }) {
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const views = useViews()
  const drop = useDropView()
  const [keeping, setKeeping] = useState(false)
  const list = views.data ?? []
  const entry = (view: LedgerView) => ({
    key: view.id,
    label: (
      <div className="row" style={{ justifyContent: 'space-between', gap: 20, minWidth: 190 }}>
        <span>
          {view.name}
          {!view.mine && <span className="quiet small"> · {view.ownerName}</span>}
          {view.mine && view.audience !== 'OWNER' && <span className="quiet small"> · 已共享</span>}
        </span>
        {view.mine && (
          <Button
            type="text"
            size="small"
            aria-label={`删除视图 ${view.name}`}
            icon={<DeleteOutlined />}
            onClick={(event) => {
              event.stopPropagation()
              modal.confirm({
                title: `删除视图“${view.name}”？`,
                content: view.audience === 'OWNER' ? undefined : '共享给他人的也将一并消失。',
                okText: '删除',
                onOk: () => drop.mutateAsync(view),
              })
            }}
          />
        )}
      </div>
    ),
    onClick: () => navigate({ to: '/ledger', search: addressOf({ ...view, grouping: view.grouping ?? null }) }),
  })
  const mine = list.filter(({ mine }) => mine)
  const shared = list.filter(({ mine }) => !mine)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mine.length > 0
              ? [{ key: 'mine', type: 'group' as const, label: '我的视图', children: mine.map(entry) }]
              : []),
            ...(shared.length > 0
              ? [{ key: 'shared', type: 'group' as const, label: '共享给我的', children: shared.map(entry) }]
              : []),
            ...(list.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'keep', label: '保存当前筛选和列…', onClick: () => setKeeping(true) },
          ],
        }}
      >
        <Button icon={<BookOutlined />}>视图</Button>
      </Dropdown>
      {keeping && <KeepDialog shown={shown} mine={mine} onClose={() => setKeeping(false)} />}
    </>
  )
}

function KeepDialog({ shown, mine, onClose }: { shown: Shown; mine: LedgerView[]; onClose: () => void }) {
  const me = useMe()
  const keep = useKeepView()
  const change = useChangeView()
  const [form] = Form.useForm<Pick<ViewWords, 'name' | 'audience'>>()
  const namesake = (name: string) => mine.find((view) => view.name === name.trim())
  const save = ({ name, audience }: Pick<ViewWords, 'name' | 'audience'>) => {
    const words = { ...shown, name: name.trim(), audience }
    const same = namesake(name)
    if (same) change.mutate({ id: same.id, version: same.version, words }, { onSuccess: onClose })
    else keep.mutate(words, { onSuccess: onClose })
  }
  return (
    <FormDialog<Pick<ViewWords, 'name' | 'audience'>>
      title="保存视图"
      action="保存"
      busy={keep.isPending || change.isPending}
      problem={keep.error ?? change.error}
      note="保存当前的筛选、列和分组。名称与已有视图相同时更新原视图；别人打开共享视图，看到的仍是各自可见的任务。"
      form={form}
      initialValues={{ audience: 'OWNER' }}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写视图名称' }]}>
        <Input
          maxLength={40}
          placeholder="例如：本月预警任务"
          onChange={({ target }) => {
            // Updating a shared view does not take it away from those it is shared with.
            const same = namesake(target.value)
            if (same) form.setFieldValue('audience', same.audience)
          }}
        />
      </Form.Item>
      <Form.Item name="audience" label="共享范围">
        <Radio.Group
          options={[
            { value: 'OWNER', label: '仅自己' },
            { value: 'COLLEAGUES', label: me.staff ? '同级工作人员' : '本单位' },
            ...(me.has('SUPERVISOR') ? [{ value: 'EVERYONE', label: '全部单位' }] : []),
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
