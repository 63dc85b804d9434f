import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, Input, Select, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useMemo, useState } from 'react'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { faultWords, type PastedRow, parsePasted } from '@/features/rectifications/pasted'
import { sourceWords } from '@/features/rectifications/words'
import type { RectificationSource } from '@/lib/api/types'
import { Problem } from '@/lib/http'
import { optionsOf } from '@/lib/options'
import { usePlans } from '@/lib/requests/plans'
import { type RectificationBatch, useCheckList, useRegisterList } from '@/lib/requests/rectifications'

/** A list of problems copied from Excel: pasted, looked at, checked, registered whole. */
export function RectificationImportPage() {
  const navigate = useNavigate()
  const plans = usePlans()
  const check = useCheckList()
  const register = useRegisterList()
  const [source, setSource] = useState<RectificationSource>('INSPECTION')
  const [foundOn, setFoundOn] = useState<Dayjs | null>(null)
  const [planId, setPlanId] = useState<string>()
  const [text, setText] = useState('')
  const pasted = useMemo(() => parsePasted(text), [text])
  const batch: RectificationBatch = {
    source,
    foundOn: foundOn?.format('YYYY-MM-DD') ?? null,
    planId: planId ?? null,
    items: pasted.rows,
  }
  const undated = !foundOn && pasted.rows.some((row) => !row.foundOn)
  const reason = register.error ?? check.error
  const problem = reason ? Problem.of(reason) : null
  const faults = problem
    ? problem.errors.length > 0
      ? problem.errors.map((error) => faultWords(error.pointer, error.detail))
      : [problem.detail]
    : pasted.faults
  const ready = pasted.rows.length > 0 && pasted.faults.length === 0 && !undated
  const forget = () => {
    check.reset()
    register.reset()
  }
  return (
    <>
      <PageHead title="批量登记问题" note="从 Excel 复制整张表（连同表头）粘贴到下面，核对后一次登记" />
      <div className="stack">
        <Panel>
          <Form layout="vertical" requiredMark={false}>
            <div className="row wrap top" style={{ gap: 16 }}>
              <Form.Item label="来源" style={{ width: 150 }}>
                <Select value={source} onChange={setSource} options={optionsOf(sourceWords)} />
              </Form.Item>
              <Form.Item label="发现日期" extra="表中没有日期的，以这一天为准">
                <DatePicker value={foundOn} onChange={(day) => setFoundOn(day)} aria-label="发现日期" />
              </Form.Item>
              <Form.Item label="所属计划（可不选）" style={{ minWidth: 220, flex: 1 }}>
                <Select
                  allowClear
                  placeholder="不属于某项计划"
                  value={planId}
                  onChange={setPlanId}
                  options={(plans.data ?? []).map((plan) => ({ value: plan.id, label: plan.title }))}
                />
              </Form.Item>
            </div>
            <Form.Item
              label="粘贴表格"
              extra="表头认得：存在问题、责任单位、配合单位、整改时限、发现日期、地点；没有表头时按“问题、责任单位、时限”三列读。至多 500 条。"
              style={{ marginBottom: 0 }}
            >
              <Input.TextArea
                aria-label="粘贴表格"
                value={text}
                onChange={(event) => {
                  setText(event.target.value)
                  forget()
                }}
                autoSize={{ minRows: 5, maxRows: 12 }}
                placeholder={'存在问题\t责任单位\t整改时限\n台账不全\t县中医院\t2026-12-31'}
              />
            </Form.Item>
          </Form>
        </Panel>
        {faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`有 ${faults.length} 处需要更正，改正表格后重新粘贴，现在一条也没有登记`}
            description={
              <ul style={{ paddingInlineStart: 18, margin: '2px 0', maxHeight: 240, overflow: 'auto' }}>
                {faults.map((fault, index) => (
                  <li key={index}>{fault}</li>
                ))}
              </ul>
            }
          />
        )}
        {check.isSuccess && !problem && (
          <Alert type="success" showIcon title={`核对无误，可以登记 ${check.data.count} 条`} />
        )}
        {pasted.rows.length > 0 && (
          <Panel
            flush
            title={`共 ${pasted.rows.length} 条`}
            actions={
              <>
                <Button disabled={!ready} loading={check.isPending} onClick={() => check.mutate(batch)}>
                  核对
                </Button>
                <Button
                  type="primary"
                  disabled={!ready}
                  loading={register.isPending}
                  onClick={() =>
                    register.mutate(batch, { onSuccess: () => navigate({ to: '/rectifications', search: {} }) })
                  }
                >
                  全部登记
                </Button>
              </>
            }
            footer={undated && <span className="quiet">请填写发现日期</span>}
          >
            <Table<PastedRow & { at: number }>
              size="small"
              rowKey="at"
              dataSource={pasted.rows.map((row, at) => ({ ...row, at }))}
              pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 760 }}
              columns={[
                { title: '序号', width: 62, render: (_, row) => row.at + 1 },
                { title: '存在问题', dataIndex: 'problem' },
                { title: '责任单位', dataIndex: 'unit', width: 170 },
                { title: '配合单位', dataIndex: 'cooperators', width: 150 },
                { title: '整改时限', dataIndex: 'dueOn', width: 112 },
                { title: '发现日期', width: 112, render: (_, row) => row.foundOn ?? batch.foundOn },
              ]}
            />
          </Panel>
        )}
      </div>
    </>
  )
}
