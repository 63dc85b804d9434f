import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Form, Input, Popconfirm, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { ProblemAbove } from '@/components/FormDialog'
import { Panel } from '@/components/Panel'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import type { Meeting } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { type MinutesWords, useConfirmReceipt, useIssueMinutes, useSaveMinutes } from '@/lib/requests/meetings'
import { longDay, moment } from '@/lib/time'

type Words = {
  text: string
  documentNumber?: string
  recipientUnitIds?: string[]
  resolutions: { text: string; leadUnitIds: string[]; cooperatingUnitIds?: string[]; dueOn?: Dayjs | null }[]
}

export function Minutes({ meeting }: { meeting: Meeting }) {
  const { minutes } = meeting
  const [writing, setWriting] = useState(false)
  if (minutes?.state === 'ISSUED') return <Issued meeting={meeting} />
  const secretary = meeting.allowed.includes('EDIT_MINUTES')
  if (secretary && (writing || minutes)) return <Editor key={meeting.version} meeting={meeting} />
  return (
    <Panel title="会议纪要" flush>
      <Blank title={minutes ? '纪要正在起草' : '还没有纪要'} note="纪要印发后，议定事项自动交办到各单位">
        {secretary && (
          <Button type="primary" onClick={() => setWriting(true)}>
            起草纪要
          </Button>
        )}
      </Blank>
    </Panel>
  )
}

function Editor({ meeting }: { meeting: Meeting }) {
  const [form] = Form.useForm<Words>()
  const { message } = App.useApp()
  const save = useSaveMinutes()
  const issue = useIssueMinutes()
  const minutes = meeting.minutes
  const wordsOf = (words: Words): MinutesWords => ({
    text: words.text?.trim() ?? '',
    documentNumber: words.documentNumber?.trim() || null,
    recipientUnitIds: words.recipientUnitIds ?? [],
    resolutions: (words.resolutions ?? []).map((resolution) => ({
      text: resolution.text.trim(),
      leadUnitIds: resolution.leadUnitIds,
      cooperatingUnitIds: resolution.cooperatingUnitIds ?? [],
      dueOn: resolution.dueOn?.format('YYYY-MM-DD') ?? null,
    })),
  })
  const keep = async () => {
    const words = await form.validateFields()
    return save.mutateAsync({ id: meeting.id, version: meeting.version, words: wordsOf(words) })
  }
  const send = async () => {
    try {
      const saved = await keep()
      await issue.mutateAsync({ id: meeting.id, version: saved.version })
    } catch {
      // Field errors stand at their fields, a problem above the form.
    }
  }
  const invited = new Set(meeting.attendance.map(({ unit }) => unit.id))
  return (
    <Panel
      title="起草纪要"
      actions={
        <>
          <Button
            size="small"
            loading={save.isPending && !issue.isPending}
            onClick={() =>
              keep()
                .then(() => message.success('纪要草稿已保存'))
                .catch(() => undefined)
            }
          >
            保存草稿
          </Button>
          <Popconfirm
            title="印发纪要？"
            description="印发后不能修改，议定事项立即成为任务。"
            okText="印发"
            onConfirm={send}
          >
            <Button size="small" type="primary" loading={issue.isPending}>
              印发
            </Button>
          </Popconfirm>
        </>
      }
    >
      <ProblemAbove reason={issue.error ?? save.error} />
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          text: minutes?.text ?? '',
          documentNumber: minutes?.documentNumber ?? '',
          recipientUnitIds: minutes?.recipients.map(({ unit }) => unit.id).filter((id) => !invited.has(id)),
          resolutions: (minutes?.resolutions ?? []).map((resolution) => ({
            ...resolution,
            dueOn: resolution.dueOn && !resolution.dueByDefault ? dayjs(resolution.dueOn) : null,
          })),
        }}
      >
        <div className="half" style={{ gap: '0 16px' }}>
          <Form.Item name="documentNumber" label="文号（可不填）">
            <Input placeholder="例如：〔2026〕3 号" />
          </Form.Item>
          <Form.Item name="recipientUnitIds" label="成员单位之外的抄送单位">
            <UnitSelect mode="multiple" without={[...invited]} />
          </Form.Item>
        </div>
        <Form.Item name="text" label="纪要正文">
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} placeholder="会议基本情况和讨论要点" />
        </Form.Item>
        <Form.Item label="议定事项" style={{ marginBottom: 0 }}>
          <Form.List name="resolutions">
            {(fields, { add, remove }) => (
              <div className="stack tight">
                {fields.map((field, index) => (
                  <div key={field.key} className="resolution">
                    <div className="row top">
                      <span className="rank first" style={{ marginTop: 5 }}>
                        {index + 1}
                      </span>
                      <Form.Item
                        name={[field.name, 'text']}
                        className="grow"
                        style={{ marginBottom: 10 }}
                        rules={[{ required: true, whitespace: true, message: '请填写议定事项' }]}
                      >
                        <Input.TextArea autoSize={{ minRows: 2 }} aria-label={`议定事项 ${index + 1}`} />
                      </Form.Item>
                      <Button
                        type="text"
                        icon={<DeleteOutlined />}
                        aria-label={`删除议定事项 ${index + 1}`}
                        onClick={() => remove(field.name)}
                      />
                    </div>
                    <div className="half" style={{ gridTemplateColumns: '1fr 1fr 150px', gap: '0 12px' }}>
                      <Form.Item
                        name={[field.name, 'leadUnitIds']}
                        style={{ marginBottom: 0 }}
                        rules={[{ required: true, message: '请指定牵头单位' }]}
                      >
                        <UnitSelect
                          mode="multiple"
                          placeholder="牵头单位"
                          aria-label={`议定事项 ${index + 1} 牵头单位`}
                        />
                      </Form.Item>
                      <Form.Item name={[field.name, 'cooperatingUnitIds']} style={{ marginBottom: 0 }}>
                        <UnitSelect
                          mode="multiple"
                          placeholder="配合单位"
                          aria-label={`议定事项 ${index + 1} 配合单位`}
                        />
                      </Form.Item>
                      <Form.Item name={[field.name, 'dueOn']} style={{ marginBottom: 0 }}>
                        <DatePicker
                          placeholder="按默认时限"
                          style={{ width: '100%' }}
                          aria-label={`议定事项 ${index + 1} 时限`}
                        />
                      </Form.Item>
                    </div>
                  </div>
                ))}
                <Button
                  type="dashed"
                  icon={<PlusOutlined />}
                  onClick={() => add({ text: '', leadUnitIds: [], cooperatingUnitIds: [] })}
                >
                  增加议定事项
                </Button>
              </div>
            )}
          </Form.List>
        </Form.Item>
      </Form>
    </Panel>
  )
}

function Issued({ meeting }: { meeting: Meeting }) {
  const me = useMe()
  const receive = useConfirmReceipt()
  const minutes = meeting.minutes!
  const mine = minutes.recipients.find(({ unit }) => unit.id === me.unit?.id)
  const received = minutes.recipients.filter(({ receivedAt }) => receivedAt).length
  return (
    <>
      <Panel
        title="会议纪要"
        flush
        actions={
          mine &&
          (mine.receivedAt ? (
            <Tag color="success" variant="filled">
              本单位已收到
            </Tag>
          ) : (
            <Button
              size="small"
              type="primary"
              loading={receive.isPending}
              onClick={() => receive.mutate({ id: meeting.id, version: meeting.version })}
            >
              确认收到
            </Button>
          ))
        }
      >
        <div className="official">
          <h2>{meeting.mechanismName}纪要</h2>
          <div className="row between wrap" style={{ marginBottom: 14, fontSize: 14 }}>
            <span>{minutes.documentNumber}</span>
            <span>{longDay(minutes.issuedOn)}</span>
          </div>
          {minutes.text && (
            <div className="pre" style={{ textIndent: '2em', marginBottom: 14 }}>
              {minutes.text}
            </div>
          )}
          {minutes.resolutions.length > 0 && <p style={{ textIndent: '2em' }}>会议议定以下事项：</p>}
          {[...minutes.resolutions]
            .sort((a, b) => a.ordinal - b.ordinal)
            .map((resolution) => (
              <div key={resolution.id} style={{ marginTop: 8 }}>
                <p style={{ textIndent: '2em' }}>
                  {resolution.ordinal}. {resolution.text}
                </p>
                <p className="quiet" style={{ paddingInlineStart: '2em', fontSize: 13.5 }}>
                  （牵头：
                  <UnitNames units={resolution.leads} />
                  {resolution.cooperators.length > 0 && (
                    <>
                      ；配合：
                      <UnitNames units={resolution.cooperators} />
                    </>
                  )}
                  {resolution.dueOn && (
                    <>
                      ；{longDay(resolution.dueOn)}前{resolution.dueByDefault && '，按机制默认时限'}
                    </>
                  )}
                  ）
                </p>
              </div>
            ))}
        </div>
      </Panel>
      <Panel title={`签收情况（${received}/${minutes.recipients.length}）`} flush>
        <ul className="work">
          {minutes.recipients.map(({ unit, receivedAt }) => (
            <li key={unit.id} style={{ padding: '8px 18px' }}>
              <span className="grow">
                <UnitName unit={unit} />
              </span>
              {receivedAt ? (
                <span className="quiet small">{moment(receivedAt)} 签收</span>
              ) : (
                <span className="quiet">未签收</span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
