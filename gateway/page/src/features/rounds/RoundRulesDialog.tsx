import { Alert, Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/components/FormDialog'
import { LoadingDialog } from '@/components/LoadingDialog'
import type { Plan, RoundRules } from '@/lib/api/types'
import { cadenceWords, cutOffWords, periodWords } from '@/lib/period'
import { type RoundRulesWords, useRoundRules, useSetRoundRules } from '@/lib/requests/roundRules'
import { longDay, weekday } from '@/lib/time'

const weekdays = [...'一二三四五六日'].map((day, index) => ({ value: index + 1, label: `星期${day}` }))
const monthDays = Array.from({ length: 31 }, (_, index) => ({
  value: index + 1,
  label: index === 30 ? '最后一天' : `${index + 1}日`,
}))
const onDayOff = [
  { value: 'NEXT', label: '顺延到下一个工作日' },
  { value: 'PREVIOUS', label: '提前到上一个工作日' },
  { value: 'NOT', label: '不调整' },
]

const cooperators = [
  { value: 'NOT', label: '不报送' },
  { value: 'TO_LEAD', label: '报牵头单位汇总' },
  { value: 'THEMSELVES', label: '单独报送' },
]

const title = '调度规则'
const width = 560

/** How often a plan asks for reports, and by when. */
export function RoundRulesDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const rules = useRoundRules(plan.id)
  return (
    <LoadingDialog title={title} width={width} query={rules} onClose={onClose}>
      {(shown) => <RulesForm plan={plan} rules={shown} onClose={onClose} />}
    </LoadingDialog>
  )
}

function RulesForm({ plan, rules, onClose }: { plan: Plan; rules: RoundRules; onClose: () => void }) {
  const save = useSetRoundRules(plan.id)
  // The fields are of this moment, so the version is too: what a colleague saves meanwhile is not undone.
  const [opened] = useState(rules)
  const [form] = Form.useForm<RoundRulesWords>()
  const cadence = Form.useWatch('cadence', form) ?? rules.cadence
  return (
    <FormDialog<RoundRulesWords>
      title={title}
      action={rules.mayChange ? '保存' : '知道了'}
      width={width}
      form={form}
      busy={save.isPending}
      problem={save.error}
      note={`《${plan.title}》。已经开展的各轮截止日不变，下一期起按新规则。`}
      initialValues={opened}
      onFinish={(words) =>
        rules.mayChange
          ? save.mutate({ ...opened, ...words, version: opened.version }, { onSuccess: onClose })
          : onClose()
      }
      onClose={onClose}
    >
      {!rules.mayChange && (
        <Alert type="info" showIcon title="规则由下达本计划的督导部门设定" style={{ marginBottom: 14 }} />
      )}
      <Form.Item name="cadence" label="报送频次" extra="个别任务可在任务页另设频次">
        <Radio.Group
          disabled={!rules.mayChange}
          optionType="button"
          options={Object.entries(cadenceWords).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <div className="row wrap" style={{ gap: 16, alignItems: 'flex-start' }}>
        <Form.Item name="weekday" label="每周截止日" hidden={cadence !== 'WEEKLY'}>
          <Select disabled={!rules.mayChange} style={{ width: 140 }} options={weekdays} />
        </Form.Item>
        <Form.Item name="monthDay" label="每月截止日" hidden={cadence !== 'MONTHLY'}>
          <Select disabled={!rules.mayChange} style={{ width: 140 }} options={monthDays} />
        </Form.Item>
        <Form.Item name="quarterDay" label="季度末月截止日" hidden={cadence !== 'QUARTERLY'}>
          <Select disabled={!rules.mayChange} style={{ width: 140 }} options={monthDays} />
        </Form.Item>
        <Form.Item name="onDayOff" label="遇休息日">
          <Select disabled={!rules.mayChange} style={{ width: 200 }} options={onDayOff} />
        </Form.Item>
        <Form.Item
          name="graceWorkingDays"
          label="补报期（工作日）"
          rules={[{ required: true, message: '请填写补报期' }]}
        >
          <InputNumber disabled={!rules.mayChange} min={0} max={60} style={{ width: 120 }} />
        </Form.Item>
      </div>
      <Form.Item name="signOff" valuePropName="checked">
        <Checkbox disabled={!rules.mayChange}>报送须经单位负责人签发</Checkbox>
      </Form.Item>
      <Form.Item name="cooperators" label="配合单位">
        <Radio.Group disabled={!rules.mayChange} options={cooperators} />
      </Form.Item>
      <p className="quiet small">
        现行规则：{cutOffWords(rules)}。近期截止日：
        {rules.next.map(({ period, dueOn }, index) => (
          <span key={period}>
            <span className="nowrap">
              {periodWords(period)}，{longDay(dueOn).slice(5)}（{weekday(dueOn)}）
            </span>
            {index < rules.next.length - 1 ? '；' : '。'}
          </span>
        ))}
      </p>
    </FormDialog>
  )
}
