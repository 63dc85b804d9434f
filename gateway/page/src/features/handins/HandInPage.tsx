import { useParams } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName } from '@/components/UnitNames'
import { WordsDialog } from '@/components/WordsDialog'
import { handInWords } from '@/features/handins/words'
import type { HandIn, HandInState } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { useAnswerHandIn, useHandIn, useReturnHandIn, useWithdrawHandIn } from '@/lib/requests/handIns'
import { dueWords, longDay, moment } from '@/lib/time'

/** What one unit has to hand in, and what it says. */
export function HandInPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const handIn = useHandIn(id)
  return <Loading query={handIn}>{(data) => <HandInView key={data.id} handIn={data} />}</Loading>
}

function HandInView({ handIn }: { handIn: HandIn }) {
  const today = useToday()
  const giveBack = useReturnHandIn()
  const withdraw = useWithdrawHandIn()
  const [returning, setReturning] = useState(false)
  const owed = handIn.state === 'OWED' || handIn.state === 'RETURNED'
  return (
    <>
      <PageHead
        title={handIn.title}
        note={
          <span className="row wrap">
            <UnitName unit={handIn.unit} />
            <span>{handInWords[handIn.state as HandInState]}</span>
            {owed && (
              <span>
                {longDay(handIn.dueOn)}前报送，{dueWords(handIn.dueOn, today)}
              </span>
            )}
          </span>
        }
      >
        {handIn.allowed.includes('WITHDRAW') && (
          <Popconfirm
            title="不再要求报送？"
            description="对全部单位撤销；已经报送的仍可查阅。"
            okText="不再要求"
            onConfirm={() => withdraw.mutate(handIn)}
          >
            <Button loading={withdraw.isPending}>不再要求</Button>
          </Popconfirm>
        )}
        {handIn.allowed.includes('RETURN') && (
          <Button danger onClick={() => setReturning(true)}>
            退回
          </Button>
        )}
      </PageHead>
      <div className="stack">
        {handIn.returnReason && <Alert type="warning" showIcon title={`已退回：${handIn.returnReason}`} />}
        <Panel title="要求">
          <p className="quiet small">{handIn.planTitle}</p>
          <p className="pre">{handIn.words || '按时报送即可，没有其他要求。'}</p>
        </Panel>
        {handIn.allowed.includes('ANSWER') ? <AnswerForm handIn={handIn} /> : <Answer handIn={handIn} />}
      </div>
      <WordsDialog
        open={returning}
        title="退回重报"
        label="退回原因"
        action="退回"
        required
        danger
        busy={giveBack.isPending}
        onClose={() => setReturning(false)}
        onSay={(reason) =>
          giveBack.mutate({ id: handIn.id, version: handIn.version, reason }, { onSuccess: () => setReturning(false) })
        }
      />
    </>
  )
}

function Answer({ handIn }: { handIn: HandIn }) {
  return (
    <Panel
      title="报送内容"
      actions={<span className="quiet small">{handIn.answeredAt && moment(handIn.answeredAt)}</span>}
    >
      <p className="pre">{handIn.answer || '尚未报送'}</p>
      {handIn.answeredBy && <p className="quiet small">{handIn.answeredBy}报送</p>}
    </Panel>
  )
}

function AnswerForm({ handIn }: { handIn: HandIn }) {
  const answer = useAnswerHandIn()
  const [form] = Form.useForm<{ words: string }>()
  // What came in meanwhile is shown, unless somebody is writing: their words stay.
  useEffect(() => {
    if (!form.isFieldTouched('words')) form.setFieldValue('words', handIn.answer ?? '')
  }, [handIn.version])
  return (
    <Panel title="报送内容">
      {answer.error && <ProblemView reason={answer.error} />}
      <Form<{ words: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ words: handIn.answer ?? '' }}
        onFinish={({ words }) =>
          answer.mutate(
            { id: handIn.id, version: handIn.version, words },
            { onSuccess: () => form.setFields([{ name: 'words', touched: false }]) },
          )
        }
      >
        <Form.Item name="words" rules={[{ required: true, whitespace: true, message: '请填写报送内容' }]}>
          <Input.TextArea
            aria-label="报送内容"
            maxLength={4000}
            showCount
            autoSize={{ minRows: 6, maxRows: 18 }}
            placeholder="写明完成情况和材料名称"
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {handIn.state === 'OWED' ? '报送' : '重新报送'}
        </Button>
      </Form>
    </Panel>
  )
}
