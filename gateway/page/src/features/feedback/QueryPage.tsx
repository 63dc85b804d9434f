import { Button, Form, Input, Rate } from 'antd'
import { useState } from 'react'
import { ProblemView } from '@/components/ProblemView'
import { Sheet } from '@/features/feedback/Sheet'
import type { FeedbackStatus } from '@/lib/api/types'
import { useLook, useRate } from '@/lib/requests/feedback'
import { longDay } from '@/lib/time'

const stateWords: Record<FeedbackStatus['state'], string> = {
  RECEIVED: '已收到，正在审核',
  VERIFIED: '已受理',
  REJECTED: '不予受理',
  GIVEN: '正在办理',
  ANSWER_SUBMITTED: '正在办理',
  ANSWERED: '已答复',
  RATED: '已答复',
}

/** What became of it, by the code; and a rating, once. */
export function FeedbackQueryPage() {
  const look = useLook()
  const [code, setCode] = useState('')
  const [rated, setRated] = useState<FeedbackStatus | null>(null)
  const status = rated ?? look.data
  return (
    <Sheet title="查询答复" note="输入提交时得到的查询码" other={{ to: '/feedback', words: '我要投诉建议' }}>
      <Form
        layout="vertical"
        size="large"
        onFinish={() => {
          setRated(null)
          look.mutate(code)
        }}
      >
        <Form.Item label="查询码" style={{ marginBottom: 12 }}>
          <Input
            aria-label="查询码"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            placeholder="例如：ABCD-2345-EFGH"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={40}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block disabled={!code.trim()} loading={look.isPending}>
          查询
        </Button>
      </Form>
      {look.error && (
        <div style={{ marginTop: 16 }}>
          <ProblemView reason={look.error} />
        </div>
      )}
      {status && !look.error && <Status status={status} code={code} onRated={setRated} />}
    </Sheet>
  )
}

function Status({
  status,
  code,
  onRated,
}: {
  status: FeedbackStatus
  code: string
  onRated: (status: FeedbackStatus) => void
}) {
  return (
    <section aria-live="polite" style={{ marginTop: 22 }}>
      <h2 style={{ fontSize: 18 }}>{status.number}</h2>
      <p>
        <b>{stateWords[status.state]}</b>
        <span className="quiet">，{longDay(status.receivedOn)}收到</span>
      </p>
      {status.unit && (
        <p>
          承办单位：{status.unit}
          {status.dueOn && <span className="quiet">，应于{longDay(status.dueOn)}前办理</span>}
        </p>
      )}
      {status.reason && <p className="pre">原因：{status.reason}</p>}
      {status.answer && (
        <>
          <p className="quiet" style={{ marginBottom: 4 }}>
            {longDay(status.answeredOn)}答复：
          </p>
          <p className="pre" style={{ lineHeight: 1.9 }}>
            {status.answer}
          </p>
        </>
      )}
      {status.state === 'ANSWERED' && <Rating code={code} onRated={onRated} />}
      {status.rating != null && (
        <p>
          您的评价：
          <Rate disabled value={status.rating} /> {status.rating} 星，感谢您的评价
        </p>
      )}
    </section>
  )
}

const starWords = ['很不满意', '不满意', '一般', '满意', '很满意']

function Rating({ code, onRated }: { code: string; onRated: (status: FeedbackStatus) => void }) {
  const rate = useRate()
  const [stars, setStars] = useState(0)
  const [words, setWords] = useState('')
  return (
    <div style={{ borderTop: '1px solid #e6ebf2', paddingTop: 16 }}>
      <p>您对这次答复满意吗？（只评一次）</p>
      <p>
        <Rate value={stars} onChange={setStars} style={{ fontSize: 30 }} tooltips={starWords} />{' '}
        <span className="quiet">{starWords[stars - 1]}</span>
      </p>
      <Input.TextArea
        aria-label="补充说明"
        placeholder="补充说明（可不填）"
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {rate.error && <ProblemView reason={rate.error} />}
      <Button
        type="primary"
        size="large"
        block
        style={{ marginTop: 12 }}
        disabled={stars === 0}
        loading={rate.isPending}
        onClick={() => rate.mutate({ code, rating: stars, words: words.trim() || null }, { onSuccess: onRated })}
      >
        提交评价
      </Button>
    </div>
  )
}
