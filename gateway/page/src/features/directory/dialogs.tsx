import { DatePicker, Form, Input, Modal, Select, Timeline } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { TypedList } from '@/components/TypedList'
import { UnitSelect } from '@/components/UnitSelect'
import type { Post, Role, Unit } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import {
  type UnitWords,
  useAddPost,
  useChangeUnit,
  useCounties,
  useFillPost,
  useHolders,
  usePersons,
  useRegisterUnit,
} from '@/lib/requests/directory'
import { useUnitWords } from '@/lib/unitWords'
import { levelWords, roleWords } from '@/lib/words'

export function UnitDialog({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const counties = useCounties()
  const register = useRegisterUnit()
  const change = useChangeUnit()
  const save = (words: UnitWords) => {
    const trimmed = {
      ...words,
      name: words.name.trim(),
      shortName: words.shortName.trim(),
      aliases: words.aliases ?? [],
    }
    if (!unit) return register.mutate({ ...trimmed, countyId: words.countyId ?? null }, { onSuccess: onClose })
    // A unit keeps its county for life: what moves is another unit.
    const { countyId: _, ...rest } = trimmed
    return change.mutate({ id: unit.id, version: unit.version, change: rest }, { onSuccess: onClose })
  }
  return (
    <FormDialog<UnitWords>
      title={unit ? '修改单位' : '登记单位'}
      action="保存"
      busy={register.isPending || change.isPending}
      problem={register.error ?? change.error}
      initialValues={unit ? { ...unit, countyId: unit.county?.id } : { level: 'COUNTY', aliases: [] }}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="shortName" label="简称" rules={[{ required: true, whitespace: true, message: '请填写简称' }]}>
        <Input placeholder="例如：县卫生健康局" maxLength={60} />
      </Form.Item>
      <Form.Item name="name" label="全称" rules={[{ required: true, whitespace: true, message: '请填写全称' }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="aliases" label="其他写法" extra="文件中出现这些写法时自动识别为本单位">
        <TypedList />
      </Form.Item>
      <div className="half">
        <Form.Item name="level" label="层级">
          <Select
            options={['CITY', 'COUNTY', 'TOWNSHIP'].map((value) => ({
              value,
              label: levelWords[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="countyId" label="县区">
          <Select
            allowClear
            disabled={unit !== null}
            placeholder="市级单位不选"
            options={counties.data?.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

export function PostDialog({ onClose }: { onClose: () => void }) {
  const add = useAddPost()
  return (
    <FormDialog<{ unitId: string; title: string; role: Role }>
      title="设立岗位"
      action="保存"
      busy={add.isPending}
      problem={add.error}
      initialValues={{ role: 'LIAISON', title: '联络员' }}
      onFinish={(post) => add.mutate(post, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="role" label="角色" extra="角色决定这个岗位能办理什么">
        <Select options={optionsOf(roleWords)} />
      </Form.Item>
      <Form.Item
        name="title"
        label="岗位名称"
        rules={[{ required: true, whitespace: true, message: '请填写岗位名称' }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  )
}

export function HolderDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const words = useUnitWords()
  type Words = { personId?: string; name?: string; email?: string; phone?: string; since?: Dayjs }
  const [form] = Form.useForm<Words>()
  const fill = useFillPost()
  const today = useToday()
  const [q, setQ] = useState('')
  const persons = usePersons(q)
  const chosen = Form.useWatch('personId', form)
  return (
    <FormDialog<Words>
      title={`${words(post.unit)} ${post.title}`}
      action="保存任职"
      busy={fill.isPending}
      problem={fill.error}
      note={<>{post.holder ? `现任：${post.holder.name}。` : ''}任职后，未办结的任务、提醒和权限随岗位转给新任职人。</>}
      form={form}
      initialValues={{ since: dayjs(today) }}
      onFinish={({ since, ...words }) =>
        fill.mutate(
          {
            id: post.id,
            version: post.version,
            holder: words.personId
              ? { personId: words.personId, since: since?.format('YYYY-MM-DD') }
              : { ...words, name: words.name?.trim(), since: since?.format('YYYY-MM-DD') },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="personId" label="从已有人员中选">
        <Select
          allowClear
          placeholder="输入姓名查找"
          showSearch={{ filterOption: false, onSearch: setQ }}
          options={persons.data?.map(({ id, name, phone }) => ({
            value: id,
            label: phone ? `${name}（${phone}）` : name,
          }))}
        />
      </Form.Item>
      {!chosen && (
        <>
          <Form.Item
            name="name"
            label="或登记新人员"
            rules={[{ required: !chosen, whitespace: true, message: '请选择人员或填写姓名' }]}
          >
            <Input placeholder="姓名" maxLength={40} />
          </Form.Item>
          <div className="half">
            <Form.Item name="phone" label="手机">
              <Input inputMode="tel" maxLength={20} />
            </Form.Item>
            <Form.Item name="email" label="邮箱" rules={[{ type: 'email', message: '邮箱格式不对' }]}>
              <Input maxLength={100} />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item name="since" label="任职起始日">
        <DatePicker style={{ width: 200 }} maxDate={dayjs(today)} allowClear={false} />
      </Form.Item>
    </FormDialog>
  )
}

export function HoldersDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const words = useUnitWords()
  const holders = useHolders(post.id)
  return (
    <Modal open title={`${words(post.unit)} ${post.title} 历任`} footer={null} onCancel={onClose}>
      <Loading query={holders}>
        {(items) =>
          items.length === 0 ? (
            <Blank title="还没有任职记录" />
          ) : (
            <Timeline
              style={{ marginTop: 18 }}
              items={items.map((holding) => ({
                key: `${holding.personId}${holding.since}`,
                color: holding.until ? 'gray' : 'blue',
                content: (
                  <div>
                    <b style={{ fontWeight: 500 }}>{holding.name}</b>
                    <div className="quiet small">
                      {holding.since?.slice(0, 10)} 至 {holding.until?.slice(0, 10) ?? '今'}
                    </div>
                  </div>
                ),
              }))}
            />
          )
        }
      </Loading>
    </Modal>
  )
}
