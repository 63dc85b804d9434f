import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Select, Tag } from 'antd'
import { type ComponentProps, useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { LightTag } from '@/components/LightTag'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { AdoptDialog } from '@/features/lights/AdoptDialog'
import { RuleEditor } from '@/features/lights/RuleEditor'
import { faultOf, type Row, rowsOf, rulesOf, same, sentenceOf } from '@/features/lights/rules'
import { TrialPanel } from '@/features/lights/TrialPanel'
import type { LightRules, LightRulesAdoption } from '@/lib/api/types'
import { useLightRules } from '@/lib/requests/lightRules'
import { usePlans } from '@/lib/requests/plans'
import { longDay, moment } from '@/lib/time'

const city = 'city'

export function LightRulesPage() {
  const { plan } = useSearch({ strict: false }) as { plan?: string }
  const navigate = useNavigate()
  const plans = usePlans()
  const rules = useLightRules(plan)
  return (
    <>
      <PageHead title="亮灯规则" note="规则按句填写，先用过去的月份试算，再定自哪一天起执行">
        <Select
          aria-label="计划"
          style={{ width: 280 }}
          popupMatchSelectWidth={420}
          value={plan ?? city}
          onChange={(chosen) =>
            navigate({ to: '/light-rules', search: chosen === city ? {} : { plan: chosen }, replace: true })
          }
          options={[
            { value: city, label: '全市默认规则' },
            ...(plans.data?.map(({ id, title }) => ({ value: id, label: title })) ?? []),
          ]}
        />
      </PageHead>
      <Loading query={rules}>{(shown) => <Rules key={plan ?? city} plan={plan} rules={shown} />}</Loading>
    </>
  )
}

const originWords: Record<LightRules['origin'], string> = {
  PLAN: '本计划自己的规则',
  CITY: '全市默认规则',
  USUAL: '常用规则（尚未另定）',
}

function Rules({ plan, rules }: { plan: string | undefined; rules: LightRules }) {
  const [rows, setRows] = useState<Row[]>(() => rowsOf(rules.rules))
  const [still, setStill] = useState(rules.stillDays ?? null)
  // As of the moment it opened: what is decided must be what was read, whatever comes in meanwhile.
  const [adopting, setAdopting] = useState<Pick<ComponentProps<typeof AdoptDialog>, 'current' | 'rules' | 'still'>>()
  useEffect(() => {
    setRows(rowsOf(rules.rules))
    setStill(rules.stillDays ?? null)
  }, [rules])
  const written = rulesOf(rows)
  const fault = faultOf(rows)
  const changed = !same(written, rules.rules) || still !== (rules.stillDays ?? null)
  return (
    <div className="stack">
      <Panel
        title="规则"
        actions={
          rules.mayChange && (
            <>
              {changed && (
                <Button
                  onClick={() => {
                    setRows(rowsOf(rules.rules))
                    setStill(rules.stillDays ?? null)
                  }}
                >
                  恢复为现行
                </Button>
              )}
              {plan && rules.origin === 'PLAN' && (
                <Button onClick={() => setAdopting({ current: rules, rules: null, still })}>改按全市默认</Button>
              )}
              <Button
                type="primary"
                disabled={!changed || !!fault}
                onClick={() => setAdopting({ current: rules, rules: written, still })}
              >
                确定执行日期
              </Button>
            </>
          )
        }
      >
        <div className="stack">
          <p className="quiet">
            现行：{originWords[rules.origin]}
            {rules.since && `，自${longDay(rules.since)}起`}。一项任务同时符合几条时，亮最重的灯；一条都不符合即为正常。
          </p>
          {!rules.mayChange && (
            <Alert type="info" showIcon title={plan ? '规则由发文单位设定' : '全市默认规则由市级督导部门设定'} />
          )}
          <RuleEditor rows={rows} still={still} disabled={!rules.mayChange} onRows={setRows} onStill={setStill} />
          {fault && <Alert type="warning" showIcon title={fault} />}
        </div>
      </Panel>
      {rules.mayChange && <TrialPanel plan={plan} rules={written} fault={!!fault} />}
      <Panel title="历次调整">
        {rules.adoptions.length === 0 ? (
          <Blank title="还没有调整过" note={plan ? '本计划一直按全市默认规则亮灯' : '一直按常用规则亮灯'} />
        ) : (
          <ol className="stack" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {rules.adoptions.map((one) => (
              <Adoption key={one.id} adoption={one} />
            ))}
          </ol>
        )}
      </Panel>
      {adopting && <AdoptDialog {...adopting} plan={plan} onClose={() => setAdopting(undefined)} />}
    </div>
  )
}

const stateWords: Record<LightRulesAdoption['state'], { words: string; tone?: string }> = {
  COMING: { words: '待执行', tone: 'processing' },
  IN_FORCE: { words: '执行中', tone: 'success' },
  PAST: { words: '已停用' },
  SUPERSEDED: { words: '未执行' },
}

function Adoption({ adoption }: { adoption: LightRulesAdoption }) {
  const { words, tone } = stateWords[adoption.state]
  return (
    <li>
      <div className="row wrap">
        <Tag color={tone} variant="filled">
          {words}
        </Tag>
        <b>自{longDay(adoption.from)}起</b>
        <span className="quiet small">
          {adoption.adoptedBy} {moment(adoption.adoptedAt)}
        </span>
      </div>
      <div>{adoption.reason}</div>
      <div className="quiet small">
        {adoption.rules
          ? adoption.rules.rules.map((rule) => (
              <div key={rule.light + rule.when} className="row">
                <LightTag light={rule.light} task />
                <span>{sentenceOf(rule)}</span>
              </div>
            ))
          : '改按全市默认规则'}
        {adoption.rules?.stillDays && `进度 ${adoption.rules.stillDays} 天没有变化即点名`}
      </div>
    </li>
  )
}
