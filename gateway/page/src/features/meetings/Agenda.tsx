import { Button, Form, Input } from 'antd'
import { Blank } from '@/components/Blank'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import { ConsentMark } from '@/features/meetings/ConsentMark'
import type { Meeting } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useConsentTopic, useProposeTopic } from '@/lib/requests/meetings'

/** The meeting's topics, and where one may, a field to propose another. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const me = useMe()
  const propose = useProposeTopic()
  const consent = useConsentTopic()
  const [form] = Form.useForm<{ topic: string; unitId?: string }>()
  const mayPropose = meeting.allowed.includes('PROPOSE_AGENDA_ITEM')
  const agenda = [...meeting.agenda].sort((a, b) => a.ordinal - b.ordinal)
  return (
    <Panel title="议题" flush>
      {agenda.length === 0 ? (
        <Blank title="还没有议题" note="议题经召集人或其代表一人同意后列入议程" />
      ) : (
        <ul className="work">
          {agenda.map((item) => (
            <li key={item.id}>
              <span className="rank">{item.ordinal}</span>
              <div className="what">
                <span>{item.topic}</span>
                <div className="sub">
                  {item.proposedBy && (
                    <span>
                      提出：
                      <UnitName unit={item.proposedBy} />
                    </span>
                  )}
                  <ConsentMark consent={item.consent} />
                </div>
              </div>
              {!item.consent && meeting.allowed.includes('CONSENT_AGENDA_ITEM') && (
                <div className="act">
                  <Button
                    type="primary"
                    ghost
                    loading={consent.isPending && consent.variables?.itemId === item.id}
                    onClick={() => consent.mutate({ id: meeting.id, version: meeting.version, itemId: item.id })}
                  >
                    同意列入
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayPropose && (
        <Form
          form={form}
          className="row wrap top"
          style={{ padding: '12px 18px', borderTop: '1px solid #e9edf2' }}
          onFinish={(words) =>
            propose.mutate(
              { id: meeting.id, version: meeting.version, ...words },
              { onSuccess: () => form.resetFields() },
            )
          }
        >
          <Form.Item
            name="topic"
            rules={[{ required: true, whitespace: true, message: '请填写议题' }]}
            style={{ flex: '1 1 240px', margin: 0 }}
          >
            <Input placeholder="提出议题" aria-label="议题" maxLength={200} />
          </Form.Item>
          {me.has('SECRETARY', 'CONVENER') && (
            <Form.Item name="unitId" style={{ margin: 0 }}>
              <UnitSelect allowClear placeholder="提出单位" style={{ width: 160 }} />
            </Form.Item>
          )}
          <Button htmlType="submit" loading={propose.isPending}>
            提出
          </Button>
        </Form>
      )}
    </Panel>
  )
}
