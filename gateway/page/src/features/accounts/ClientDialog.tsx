import { Checkbox, Form, Input, Select } from 'antd'
import { FormDialog } from '@/components/FormDialog'
import { UnitSelect } from '@/components/UnitSelect'
import type { Shown } from '@/features/accounts/Secret'
import type { Role } from '@/lib/api/types'
import { useAddClient } from '@/lib/requests/accounts'
import { roleWords, scopeWords } from '@/lib/words'

const offered = ['ledger:read', 'report:write', 'indicator:write', 'directory:read', 'meeting:read', 'alert:read']

export function ClientDialog({ show, onClose }: { show: (secret: Shown) => void; onClose: () => void }) {
  const add = useAddClient()
  return (
    <FormDialog<{ name: string; unitId: string; role: Role; scopes: string[] }>
      title="新建接口凭据"
      action="新建"
      busy={add.isPending}
      problem={add.error}
      initialValues={{ role: 'COUNTY_OFFICE', scopes: ['ledger:read', 'report:write', 'indicator:write'] }}
      onFinish={(words) =>
        add.mutate(words, {
          onSuccess: (client) => {
            onClose()
            show({
              title: '接口凭据已新建',
              rows: [
                ['客户端编号', client.clientId],
                ['密钥', client.clientSecret],
              ],
            })
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input placeholder="例如：县卫生健康局业务系统" maxLength={60} />
      </Form.Item>
      <Form.Item name="unitId" label="所属单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="role" label="角色">
        <Select
          options={(['COUNTY_OFFICE', 'LIAISON', 'SUPERVISOR', 'SECRETARY'] as Role[]).map((value) => ({
            value,
            label: roleWords[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="scopes" label="权限范围" rules={[{ required: true, message: '请至少选一项' }]}>
        <Checkbox.Group options={offered.map((value) => ({ value, label: scopeWords[value] }))} />
      </Form.Item>
    </FormDialog>
  )
}
