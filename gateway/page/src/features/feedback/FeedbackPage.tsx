import { Button, Form, Input, Radio, Select } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Loading } from '@/components/Loading'
import { ProblemView } from '@/components/ProblemView'
import { kindWords } from '@/features/complaints/words'
import { Sheet } from '@/features/feedback/Sheet'
import { work } from '@/features/feedback/work'
import type { ComplaintKind, FeedbackForm, FeedbackReceipt } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useFeedbackForm, useFile } from '@/lib/requests/feedback'
import { uuid } from '@/lib/uuid'

/** 群众投诉建议: filed without signing in, followed by a code. */
export function FeedbackPage() {
  const form = useFeedbackForm()
  const [receipt, setReceipt] = useState<FeedbackReceipt | null>(null)
  return (
    <Sheet
      title="群众投诉建议"
      note="无需登录，提交后凭查询码查看答复"
      other={{ to: '/feedback/query', words: '查询答复' }}
    >
      {receipt ? (
        <Filed receipt={receipt} />
      ) : (
        <Loading query={form}>{(data) => <Fields form={data} onFiled={setReceipt} />}</Loading>
      )}
    </Sheet>
  )
}

function Filed({ receipt }: { receipt: FeedbackReceipt }) {
  return (
    <div role="status">
      <h2 style={{ fontSize: 18 }}>已收到，{receipt.number}</h2>
      <p>您的查询码是：</p>
      <div className="code">{receipt.code}</div>
      <p>
        <b>请抄下或截图保存，查询码只显示这一次，遗失无法找回。</b>
      </p>
      <p className="quiet">凭查询码可以查看办理进展和答复，并对答复作出评价。</p>
    </div>
  )
}

type Words = {
  kind: ComplaintKind
  countyId?: string
  unitId?: string
  content: string
  contactName?: string
  contactPhone?: string
  website?: string
}

const CITY = 'city'

function Fields({ form: offered, onFiled }: { form: FeedbackForm; onFiled: (receipt: FeedbackReceipt) => void }) {
  const [form] = Form.useForm<Words>()
  const file = useFile()
  const [proof, setProof] = useState('')
  // The same one as long as the page is open: sent again after a lost answer, it brings the same code.
  const retryKey = useRef(uuid())
  const [readyAt] = useState(() => Date.now() + offered.delaySeconds * 1000)
  const county = Form.useWatch('countyId', form)
  useEffect(() => {
    let gone = false
    work(offered.challenge, offered.difficulty, () => gone).then((found) => !gone && setProof(found))
    return () => {
      gone = true
    }
  }, [offered.challenge, offered.difficulty])
  const units = useMemo(
    () =>
      offered.units
        .filter((unit) => !county || unit.countyId == null || unit.countyId === county)
        .map((unit) => ({ value: unit.id, label: unit.name })),
    [offered.units, county],
  )
  const send = async (words: Words) => {
    const early = readyAt - Date.now()
    if (early > 0) await new Promise((go) => setTimeout(go, early + 300))
    file.mutate(
      {
        kind: words.kind,
        countyId: words.countyId && words.countyId !== CITY ? words.countyId : null,
        unitId: words.unitId ?? null,
        content: words.content.trim(),
        contactName: words.contactName?.trim() || null,
        contactPhone: words.contactPhone?.trim() || null,
        website: words.website || null,
        challenge: offered.challenge,
        proof,
        retryKey: retryKey.current,
      },
      { onSuccess: onFiled },
    )
  }
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={send}
      initialValues={{ kind: 'COMPLAINT' }}
    >
      <Form.Item name="kind" label="类别">
        <Radio.Group optionType="button" buttonStyle="solid" options={optionsOf(kindWords)} />
      </Form.Item>
      <Form.Item
        name="countyId"
        label="所在县（市、区）"
        rules={[{ required: true, message: '请选择所在县（市、区）' }]}
      >
        <Select
          placeholder="请选择"
          options={[
            ...offered.counties.map(({ id, name }) => ({ value: id, label: name })),
            { value: CITY, label: '市级' },
          ]}
        />
      </Form.Item>
      <Form.Item name="unitId" label="反映的单位（可不选）">
        <Select
          allowClear
          placeholder="不清楚可以不选"
          options={units}
          showSearch={{ filterOption: (typed, option) => String(option?.label ?? '').includes(typed.trim()) }}
        />
      </Form.Item>
      <Form.Item
        name="content"
        label="内容"
        rules={[
          { required: true, whitespace: true, message: '请填写内容' },
          { min: 10, message: '请写得具体一些，至少 10 个字' },
        ]}
      >
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 14 }}
          maxLength={2000}
          showCount
          placeholder="时间、地点、经过和您的要求"
        />
      </Form.Item>
      <Form.Item name="contactName" label="称呼（可不填）">
        <Input maxLength={50} autoComplete="name" placeholder="例如：李女士" />
      </Form.Item>
      <Form.Item name="contactPhone" label="联系电话（可不填）" extra="只有受理人员能看到，不会转给被反映的单位">
        <Input maxLength={50} autoComplete="tel" inputMode="tel" />
      </Form.Item>
      <div className="nobody" aria-hidden>
        <Form.Item name="website" label="网站">
          <Input tabIndex={-1} autoComplete="off" />
        </Form.Item>
      </div>
      {file.error && (
        <div style={{ marginBottom: 16 }}>
          <ProblemView reason={file.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={file.isPending} disabled={!proof}>
        {proof ? '提交' : '正在准备，请稍候'}
      </Button>
    </Form>
  )
}
