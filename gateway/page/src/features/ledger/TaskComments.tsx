import { Link } from '@tanstack/react-router'
import { Button, Input, Popconfirm, Select, Tag } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { ProblemView } from '@/components/ProblemView'
import { UnitName } from '@/components/UnitNames'
import { addressed, addressees, MOST_WORDS, mayComment, reportChoices, wordsOf } from '@/features/ledger/comments'
import type { Comment, Task } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { useComments, useWithdrawComment, useWriteComment } from '@/lib/requests/comments'
import { useMe } from '@/lib/requests/me'
import { moment } from '@/lib/time'
import { useUnitWords } from '@/lib/unitWords'

/** What is said about the task and its reports, the newest first. */
export function TaskComments(props: {
  task: Task
  about: string | undefined
  setAbout: (report: string | undefined) => void
}) {
  const me = useMe()
  const comments = useComments(props.task.id)
  return (
    <Panel title="沟通记录" id="comments">
      {mayComment(me) && <Write {...props} />}
      <Loading query={comments}>
        {(found) => {
          const all = itemsOf(found)
          return all.length === 0 ? (
            <Blank title="还没有沟通记录" note="能看到这项任务的单位和督查人员都能看到沟通记录" />
          ) : (
            <>
              {all.map((comment) => (
                <Said key={comment.id} comment={comment} />
              ))}
              {comments.hasNextPage && (
                <Button
                  type="link"
                  size="small"
                  loading={comments.isFetchingNextPage}
                  onClick={() => comments.fetchNextPage()}
                >
                  查看更早的
                </Button>
              )}
            </>
          )
        }}
      </Loading>
    </Panel>
  )
}

function Write({ task, about, setAbout }: Parameters<typeof TaskComments>[0]) {
  const nameOf = useUnitWords()
  const write = useWriteComment(task.id)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const reports = reportChoices(task, nameOf)
  const send = () =>
    write.mutate(wordsOf(text, chosen, about), {
      onSuccess: () => {
        setText('')
        setChosen([])
        setAbout(undefined)
      },
    })
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 14 }}>
      {write.error && <ProblemView reason={write.error} />}
      <Input.TextArea
        aria-label="沟通内容"
        placeholder="写明情况、意见或请有关单位办理的事项；发出后不能修改，一天内可以撤回"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={MOST_WORDS}
        showCount={text.length > MOST_WORDS * 0.8}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="row wrap">
        <Select
          mode="multiple"
          allowClear
          className="grow"
          style={{ minWidth: 180 }}
          placeholder="提醒谁看（可不选）"
          aria-label="提醒的单位"
          optionFilterProp="label"
          maxTagCount="responsive"
          value={chosen}
          onChange={setChosen}
          options={addressees(task, nameOf)}
        />
        {reports.length > 0 && (
          <Select
            allowClear
            className="grow"
            style={{ minWidth: 180 }}
            placeholder="针对任务本身"
            aria-label="针对哪一份报送"
            value={about}
            onChange={setAbout}
            options={reports}
          />
        )}
        <Button type="primary" disabled={!text.trim()} loading={write.isPending} onClick={send}>
          发出
        </Button>
      </div>
    </div>
  )
}

function Said({ comment }: { comment: Comment }) {
  const nameOf = useUnitWords()
  const withdraw = useWithdrawComment(comment.taskId)
  const to = addressed(comment, nameOf)
  return (
    <article className="quote">
      <div className="row wrap between">
        <span className="row wrap">
          <b style={{ fontWeight: 500 }}>{comment.author}</b>
          {comment.authorUnit && <span className="quiet">{comment.authorUnit}</span>}
          {comment.report && <About report={comment.report} />}
        </span>
        <span className="row">
          {comment.withdrawable && (
            <Popconfirm
              title="撤回这条沟通记录？"
              description="撤回后显示为已撤回，内容不再显示。"
              okText="撤回"
              onConfirm={() => withdraw.mutate(comment.id)}
            >
              <Button type="link" size="small" style={{ padding: 0 }} loading={withdraw.isPending}>
                撤回
              </Button>
            </Popconfirm>
          )}
          <span className="quiet small nowrap">{moment(comment.writtenAt)}</span>
        </span>
      </div>
      {comment.withdrawnAt ? (
        <p className="quiet">已于 {moment(comment.withdrawnAt)} 撤回</p>
      ) : (
        <>
          <p className="pre">{comment.words}</p>
          {to && <div className="small quiet">提醒：{to}</div>}
        </>
      )}
    </article>
  )
}

function About({ report }: { report: NonNullable<Comment['report']> }) {
  const words = (
    <Tag variant="filled">
      {periodWords(report.period)}报送（
      <UnitName unit={report.unit} />）
    </Tag>
  )
  return report.readable ? (
    <Link to="/reports/$id" params={{ id: report.id }}>
      {words}
    </Link>
  ) : (
    words
  )
}
