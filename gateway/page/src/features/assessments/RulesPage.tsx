import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { type ComponentProps, useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { FormDialog } from '@/components/FormDialog'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { RuleEditor } from '@/features/assessments/RuleEditor'
import { RuleWords } from '@/features/assessments/RuleWords'
import { type Draft, draftOf, faultOf, rulesOf, same } from '@/features/assessments/rules'
import { TrialPanel } from '@/features/assessments/TrialPanel'
import type { ScoringRules, ScoringRulesAdoption, ScoringRulesView } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useAdoptScoringRules, useScoringRules } from '@/lib/requests/assessments'
import { moment } from '@/lib/time'

export function ScoringRulesPage() {
  const rules = useScoringRules()
  return (
    <>
      <PageHead
        title="考核规则"
        note={
          <>
            规则先用过去的月份试算，再定自哪个月起执行；<Link to="/assessments">返回考核排名</Link>
          </>
        }
      />
      <Loading query={rules}>{(data) => <Rules view={data} />}</Loading>
    </>
  )
}

function Rules({ view }: { view: ScoringRulesView }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(view.rules))
  // As of the moment it opened: what is decided must be what was read, whatever comes in meanwhile.
  const [adopting, setAdopting] = useState<Pick<ComponentProps<typeof AdoptDialog>, 'view' | 'rules'>>()
  useEffect(() => setDraft(draftOf(view.rules)), [view])
  const written = rulesOf(draft)
  const fault = faultOf(draft)
  const changed = !same(written, view.rules)
  return (
    <div className="stack">
      <Panel
        title="规则"
        actions={
          view.mayChange && (
            <>
              {changed && <Button onClick={() => setDraft(draftOf(view.rules))}>恢复为现行</Button>}
              {!same(written, view.usual) && (
                <Button onClick={() => setDraft(draftOf(view.usual))}>填入常用规则</Button>
              )}
              <Button
                type="primary"
                disabled={!changed || !!fault}
                onClick={() => setAdopting({ view, rules: written })}
              >
                确定执行月份
              </Button>
            </>
          )
        }
      >
        <div className="stack">
          <p className="quiet">
            现行：{view.since ? `自${periodWords(view.since)}起执行的规则` : '常用规则（尚未另定）'}
            。每一类从 100 分起扣，扣完为止；各类得分按权重相加，再加上加分，即为总分。
            {!view.mayChange && '规则由市级督导部门设定。'}
          </p>
          {view.mayChange ? (
            <RuleEditor draft={draft} measures={view.measures} onChange={setDraft} />
          ) : (
            <RuleWords rules={view.rules} measures={view.measures} />
          )}
          {fault && <Alert type="warning" showIcon title={fault} />}
        </div>
      </Panel>
      {view.mayChange && <TrialPanel rules={written} fault={!!fault} />}
      <Panel title="历次调整">
        {view.adoptions.length === 0 ? (
          <Blank title="还没有调整过" note="一直按常用规则计分" />
        ) : (
          <ol className="stack">
            {view.adoptions.map((one) => (
              <Adoption key={one.id} adoption={one} />
            ))}
          </ol>
        )}
      </Panel>
      {adopting && <AdoptDialog {...adopting} onClose={() => setAdopting(undefined)} />}
    </div>
  )
}

function AdoptDialog(props: { view: ScoringRulesView; rules: ScoringRules; onClose: () => void }) {
  const { view, rules, onClose } = props
  const adopt = useAdoptScoringRules()
  const months = Array.from({ length: 12 }, (_, ahead) =>
    dayjs(`${view.earliest}-01`).add(ahead, 'month').format('YYYY-MM'),
  )
  return (
    <FormDialog<{ from: string; reason: string }>
      title="执行新的考核规则"
      action="确定"
      busy={adopt.isPending}
      problem={adopt.error}
      note="已经开始的月份不受影响。原定自这个月及以后执行的调整不再执行。"
      initialValues={{ from: view.earliest }}
      onFinish={(words) => adopt.mutate({ ...words, rules, version: view.version }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="from" label="自哪个月起执行">
        <Select options={months.map((value) => ({ value, label: periodWords(value) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="调整的原因"
        rules={[{ required: true, whitespace: true, message: '请写明调整的原因' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount placeholder="例如：经某次调度会研究" />
      </Form.Item>
    </FormDialog>
  )
}

const stateWords: Record<ScoringRulesAdoption['state'], { words: string; tone?: string }> = {
  COMING: { words: '待执行', tone: 'processing' },
  IN_FORCE: { words: '执行中', tone: 'success' },
  PAST: { words: '已停用' },
  SUPERSEDED: { words: '未执行' },
}

function Adoption({ adoption }: { adoption: ScoringRulesAdoption }) {
  const { words, tone } = stateWords[adoption.state]
  return (
    <li>
      <div className="row wrap">
        <Tag color={tone} variant="filled">
          {words}
        </Tag>
        <b>自{periodWords(adoption.from)}起</b>
        <span className="quiet small">
          {adoption.adoptedBy} {moment(adoption.adoptedAt)}
        </span>
      </div>
      <div>{adoption.reason}</div>
      <div className="quiet small">
        {adoption.rules.parts.map(({ name, weight }) => `${name} ${weight}%`).join('，')}
      </div>
    </li>
  )
}
