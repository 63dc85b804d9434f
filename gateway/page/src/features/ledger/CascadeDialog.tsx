import { Alert, Checkbox, DatePicker, Form, Select, Skeleton } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { FormDialog } from '@/components/FormDialog'
import { UnitName } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import type { CountyWithoutShare, Task } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useCascade, useCountiesWithoutShare } from '@/lib/requests/taskLife'
import { useUnitWords } from '@/lib/unitWords'

type Fields = { counties: string[]; units?: Record<string, string | undefined>; under?: string; dueOn?: Dayjs | null }

/** A city task reaches the counties in one step; who has its share already is not offered again. */
export function CascadeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const me = useMe()
  const words = useUnitWords()
  const counties = useCountiesWithoutShare(task.id)
  const cascade = useCascade()
  const [form] = Form.useForm<Fields>()
  const offered = counties.data ?? []
  const chosen = Form.useWatch('counties', form) ?? []
  const cityLeads = task.leads.filter(({ countyId }) => !countyId)
  const without = offered.filter(({ county, office }) => !office && chosen.includes(county))
  return (
    <FormDialog<Fields>
      title="分解到县区"
      action="下达"
      width={620}
      form={form}
      busy={cascade.isPending}
      problem={cascade.error ?? counties.error}
      note="每个县区一项，由县级督导岗位所在单位承办，可再分解到本县区各单位；各县区的进展汇总为牵头单位的进展。"
      initialValues={{ dueOn: task.dueOn ? dayjs(task.dueOn) : null, under: cityLeads[0]?.id }}
      onClose={onClose}
      onFinish={({ counties, units, under, dueOn }) =>
        cascade.mutate(
          {
            id: task.id,
            version: task.version,
            counties: counties.map((county) => ({ county, unit: units?.[county] ?? null })),
            under: me.has('SUPERVISOR') ? (under ?? null) : null,
            dueOn: dueOn?.format('YYYY-MM-DD') ?? null,
          },
          { onSuccess: onClose },
        )
      }
    >
      {counties.isPending && <Skeleton active title={false} />}
      {counties.data?.length === 0 && (
        <Alert
          type="info"
          showIcon
          title="没有可分解的县区"
          description="各县区都已有分解事项，或“单位与岗位”中还没有登记县区单位。"
          style={{ marginBottom: 14 }}
        />
      )}
      <Form.Item label="县区" required hidden={offered.length === 0}>
        <Checkbox
          disabled={offered.length === 0}
          checked={offered.length > 0 && chosen.length === offered.length}
          indeterminate={chosen.length > 0 && chosen.length < offered.length}
          onChange={({ target }) =>
            form.setFieldValue('counties', target.checked ? offered.map(({ county }) => county) : [])
          }
        >
          全部县区
        </Checkbox>
        <Form.Item name="counties" noStyle rules={[{ required: true, message: '请选择县区' }]}>
          <Checkbox.Group className="row wrap" style={{ marginTop: 8 }}>
            {offered.map((county) => (
              <Checkbox key={county.county} value={county.county}>
                {county.name}
                <Office of={county} />
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Form.Item>
      {without.map(({ county, name }) => (
        <Form.Item
          key={county}
          name={['units', county]}
          label={`${name}的承办单位（该县区还没有县级督导岗位）`}
          rules={[{ required: true, message: `请为${name}指定承办单位` }]}
        >
          <UnitSelect aria-label={`${name}的承办单位`} among={(unit) => unit.county?.id === county} />
        </Form.Item>
      ))}
      <div className="row wrap">
        {me.has('SUPERVISOR') && cityLeads.length > 1 && (
          <Form.Item name="under" label="统筹的牵头单位">
            <Select
              aria-label="统筹的牵头单位"
              style={{ width: 240 }}
              options={cityLeads.map((unit) => ({ value: unit.id, label: words(unit) }))}
            />
          </Form.Item>
        )}
        {!task.standing && (
          <Form.Item name="dueOn" label="各县区完成时限">
            <DatePicker maxDate={task.dueOn ? dayjs(task.dueOn) : undefined} />
          </Form.Item>
        )}
      </div>
    </FormDialog>
  )
}

function Office({ of }: { of: CountyWithoutShare }) {
  return of.office ? (
    <span className="quiet small">
      {' '}
      <UnitName unit={of.office} />
    </span>
  ) : (
    <span className="quiet small"> 需指定承办单位</span>
  )
}
