import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, InputNumber, Slider } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { EvidenceField } from '@/components/evidence/EvidenceField'
import { ProblemView } from '@/components/ProblemView'
import { useNarrow } from '@/components/useNarrow'
import { Contributions } from '@/features/reports/Contributions'
import {
  askedWords,
  doubts,
  draftOf,
  dropDraft,
  type FormWords,
  keepDraft,
  mistakes,
  startOf,
  wordsOf,
} from '@/features/reports/form'
import type { AskedIndicator, Contribution, Indicator, Report } from '@/lib/api/types'
import { spanWords } from '@/lib/period'
import { useSubmitReport } from '@/lib/requests/reports'
import { indicatorWords } from '@/lib/words'

function sendWords({ signOff, state, awaitsSignOff }: Report, head: boolean): string {
  if (signOff && !head) return awaitsSignOff ? '重新提交签发' : '提交负责人签发'
  const words = state === 'DUE' ? '提交报送' : '重新报送'
  return signOff ? `签发并${words.slice(-2)}` : words
}

/** @param head whether the caller signs reports of the unit */
export function ReportForm({
  report,
  indicators,
  asked = [],
  contributions = [],
  head = false,
}: {
  report: Report
  indicators: Indicator[]
  asked?: AskedIndicator[]
  contributions?: Contribution[]
  head?: boolean
}) {
  const narrow = useNarrow()
  const navigate = useNavigate()
  const submit = useSubmitReport()
  const kept = useRef(draftOf(report.id, report.version))
  const [words, setWords] = useState<FormWords>(() => kept.current?.words ?? startOf(report, indicators, asked))
  const [restored, setRestored] = useState(kept.current !== null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const touched = useRef(kept.current !== null)
  const seen = useRef(report.version)
  const [overtaken, setOvertaken] = useState(false)

  useEffect(() => {
    if (seen.current === report.version) return
    seen.current = report.version
    if (submit.isPending) return
    if (touched.current) setOvertaken(true)
    else setWords(startOf(report, indicators, asked))
  }, [report.version])
  // Also with a new version: a draft only counts for the version that it was last shown with.
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => {
      keepDraft(report.id, report.version, words)
      setSavedAt(Date.now())
    }, 400)
    return () => clearTimeout(timer)
  }, [words, report.version])

  const set = (change: Partial<FormWords>) => {
    touched.current = true
    setWords((before) => ({ ...before, ...change }))
  }
  const wrong = tried ? mistakes(words, report.previous) : {}
  const odd = doubts(words, report.previous)
  const send = () => {
    setTried(true)
    const found = mistakes(words, report.previous)
    if (Object.keys(found).length > 0) {
      const first = (['progress', 'done', 'problems', 'values'] as const).find((field) => found[field])
      document.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea)`)?.focus()
      return
    }
    // The promise, not the callback: what is submitted may have no form any more, and callbacks of one that is gone are dropped.
    submit.mutateAsync({ id: report.id, version: report.version, words: wordsOf(words) }).then(
      () => {
        touched.current = false
        dropDraft(report.id)
        navigate({ to: '/reports', search: {} })
      },
      () => undefined,
    )
  }
  const unit = new Map(indicators.map((indicator) => [indicator.text, indicator]))
  const told = new Map(asked.map((one) => [one.text, askedWords(one)]))
  const span = spanWords(report.period)
  const kind = (mistake?: string) => (mistake ? ('error' as const) : undefined)

  return (
    <div className="stack">
      <section className="panel" aria-label="报送表">
        {restored && (
          <Alert
            banner
            type="info"
            title="已恢复上次未提交的内容"
            action={
              <Button
                size="small"
                type="link"
                onClick={() => {
                  dropDraft(report.id)
                  touched.current = false
                  setWords(startOf(report, indicators, asked))
                  setRestored(false)
                  setOvertaken(false)
                }}
              >
                重新填写
              </Button>
            }
          />
        )}
        <div className="body">
          {overtaken && (
            <Alert
              type="warning"
              showIcon
              title="填写期间这份报送已有变化，所填内容仍保留，请核对后再提交"
              style={{ marginBottom: 16 }}
            />
          )}
          {submit.error && (
            <div style={{ marginBottom: 16 }}>
              <ProblemView reason={submit.error} />
            </div>
          )}
          <Form layout="vertical" component="div">
            <Form.Item
              label="总体进度"
              validateStatus={kind(wrong.progress)}
              help={wrong.progress}
              data-field="progress"
            >
              <div className="progress-input">
                <Slider
                  className="grow"
                  min={0}
                  max={100}
                  step={5}
                  value={words.progress ?? 0}
                  onChange={(progress) => set({ progress })}
                  marks={
                    report.previous
                      ? { [report.previous.progress]: { label: <span className="small quiet nowrap">上期</span> } }
                      : undefined
                  }
                  tooltip={{ formatter: (value) => `${value}%` }}
                />
                <InputNumber
                  aria-label="进度百分比"
                  min={0}
                  max={100}
                  precision={0}
                  suffix="%"
                  style={{ width: 92 }}
                  value={words.progress}
                  onChange={(progress) => set({ progress })}
                />
              </div>
            </Form.Item>
            <Form.Item
              label={`本${span}进展`}
              style={{ marginBottom: 34 }}
              validateStatus={kind(wrong.done)}
              help={wrong.done}
              data-field="done"
            >
              <Input.TextArea
                aria-label={`本${span}进展`}
                placeholder="做了什么、到什么程度，尽量写数字和时间"
                autoSize={{ minRows: narrow ? 4 : 5, maxRows: 14 }}
                maxLength={2000}
                showCount
                value={words.done}
                onChange={(event) => set({ done: event.target.value })}
              />
            </Form.Item>
            <Form.Item
              label="存在问题"
              validateStatus={kind(wrong.problems)}
              help={wrong.problems}
              data-field="problems"
            >
              <Input.TextArea
                aria-label="存在问题"
                placeholder="没有可不填"
                autoSize={{ minRows: 2, maxRows: 10 }}
                maxLength={2000}
                value={words.problems}
                onChange={(event) => set({ problems: event.target.value })}
              />
            </Form.Item>
            <Form.Item label="下一步打算" style={{ marginBottom: Object.keys(words.values).length ? undefined : 4 }}>
              <Input.TextArea
                aria-label="下一步打算"
                placeholder={`下${span}准备做什么`}
                autoSize={{ minRows: 2, maxRows: 10 }}
                maxLength={2000}
                value={words.next}
                onChange={(event) => set({ next: event.target.value })}
              />
            </Form.Item>
            {Object.keys(words.values).length > 0 && (
              <Form.Item
                label="指标完成情况"
                validateStatus={kind(wrong.values)}
                help={wrong.values}
                style={{ marginBottom: 4 }}
                data-field="values"
              >
                <div className="stack tight">
                  {Object.entries(words.values).map(([name, value]) => {
                    const target = unit.get(name)
                    return (
                      <div key={name} className="row wrap between">
                        <span className="grow" style={{ minWidth: 180 }}>
                          {name}
                          {target && <span className="quiet small">（目标：{indicatorWords(target)}）</span>}
                          {told.get(name) && <div className="quiet small">{told.get(name)}</div>}
                        </span>
                        <Input
                          aria-label={name}
                          inputMode="decimal"
                          style={{ width: 150 }}
                          suffix={target?.measure}
                          value={value}
                          onChange={(event) => set({ values: { ...words.values, [name]: event.target.value } })}
                        />
                      </div>
                    )
                  })}
                </div>
              </Form.Item>
            )}
            <Form.Item label="佐证材料（可不附）" style={{ marginTop: 18, marginBottom: 4 }}>
              <EvidenceField value={words.files} onChange={(files) => set({ files })} onBusy={setUploading} />
            </Form.Item>
          </Form>
          {odd.map((doubt) => (
            <Alert key={doubt} type="warning" showIcon title={doubt} style={{ marginTop: 12 }} />
          ))}
        </div>
        <div className="submit-bar">
          <Button type="primary" size="large" loading={submit.isPending || uploading} onClick={send}>
            {uploading ? '正在上传佐证材料' : sendWords(report, head)}
          </Button>
          <span className="quiet small">
            {savedAt ? `草稿已保存 ${new Date(savedAt).toTimeString().slice(0, 5)}` : '填写内容自动保存在本机'}
          </span>
        </div>
      </section>
      <Contributions
        contributions={contributions}
        onTake={(told) => set({ done: [words.done.trimEnd(), told].filter(Boolean).join('\n') })}
      />
    </div>
  )
}
