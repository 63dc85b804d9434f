import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { ProblemAbove } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import { cadenceWords } from '@/features/meetings/words'
import type { Mechanism } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { usePosts } from '@/lib/requests/directory'
import { type MechanismWords, useSaveMechanism } from '@/lib/requests/meetings'
import { useUnitWords } from '@/lib/unitWords'

export function MechanismDialog({ mechanism, onClose }: { mechanism: Mechanism | null; onClose: () => void }) {
  const [form] = Form.useForm<MechanismWords>()
  const posts = usePosts()
  const words = useUnitWords()
  const save = useSaveMechanism()
  const options = posts.data?.map((post) => ({
    value: post.id,
    label: `${words(post.unit)} ${post.title}${post.holder ? `（${post.holder.name}）` : '（空缺）'}`,
  }))
  return (
    <Drawer
      open
      size="min(640px, 100vw)"
      title={mechanism ? '调整机制' : '建立联席会议机制'}
      onClose={onClose}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            保存
          </Button>
        </div>
      }
    >
      <ProblemAbove reason={save.error} />
      <Form<MechanismWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          mechanism ?? {
            cadence: 'QUARTER',
            defaultDueDays: 10,
            requestNoticeDays: 7,
            delegatePostIds: [],
            members: [{}],
          }
        }
        onFinish={(words) =>
          save.mutate(
            {
              id: mechanism?.id,
              version: mechanism?.version,
              words: {
                ...words,
                delegatePostIds: words.delegatePostIds ?? [],
                members: (words.members ?? [])
                  .filter((member) => member?.unitId)
                  .map(({ unitId, duty }) => ({ unitId, duty: duty ?? '' })),
              },
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input placeholder="例如：中医药工作联席会议" maxLength={80} />
        </Form.Item>
        <Form.Item
          name="convenerPostId"
          label="召集人（岗位）"
          rules={[{ required: true, message: '请选择召集人岗位' }]}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="delegatePostIds" label="可代为召集的岗位">
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="officeUnitId" label="办公室设在" rules={[{ required: true, message: '请选择办公室所在单位' }]}>
          <UnitSelect />
        </Form.Item>
        <div className="half" style={{ gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', alignItems: 'end' }}>
          <Form.Item name="cadence" label="例会">
            <Select options={optionsOf(cadenceWords)} />
          </Form.Item>
          <Form.Item name="defaultDueDays" label="议定事项默认时限">
            <InputNumber min={1} max={250} suffix="工作日" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="requestNoticeDays" label="提请开会提前">
            <InputNumber min={0} max={60} suffix="天" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item label="成员单位及职责" style={{ marginBottom: 0 }}>
          <Form.List name="members">
            {(fields, { add, remove }) => (
              <div className="stack tight">
                {fields.map((field) => (
                  <div key={field.key} className="row top">
                    <Form.Item name={[field.name, 'unitId']} noStyle>
                      <UnitSelect style={{ width: 190, flex: 'none' }} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'duty']} noStyle>
                      <Input.TextArea placeholder="职责" autoSize={{ minRows: 1, maxRows: 4 }} />
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label="移除成员单位"
                      onClick={() => remove(field.name)}
                    />
                  </div>
                ))}
                <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
                  增加成员单位
                </Button>
              </div>
            )}
          </Form.List>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
