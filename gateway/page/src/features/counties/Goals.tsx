import { App, Button, Form, Input, InputNumber, Radio, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/components/FormDialog'
import { PagedListing } from '@/components/PagedListing'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import { WordsDialog } from '@/components/WordsDialog'
import { goalStateWords, goalTag, verdictWords, yearsAround } from '@/features/counties/goalWords'
import type { Goal } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'
import { useToday } from '@/lib/requests/clock'
import {
  useAssessGoal,
  useDropGoal,
  useGoals,
  useReturnGoal,
  useReviewGoal,
  useReviseGoal,
  useSetGoal,
} from '@/lib/requests/goals'
import { useMe } from '@/lib/requests/me'
import { useFilter } from '@/lib/useFilter'

type Asking = { what: 'set' | 'REVISE' | 'ASSESS' | 'RETURN' | 'REVIEW'; goal?: Goal }

/** 年度目标: what each unit wants to reach, and at the year's end what became of it. */
export function Goals() {
  const me = useMe()
  const today = useToday()
  const { search, set } = useFilter('/counties')
  const { modal } = App.useApp()
  const drop = useDropGoal()
  const [asking, setAsking] = useState<Asking | null>(null)
  const year = search.year ?? today.slice(0, 4)
  const goals = useGoals({ year, state: search.state, unit: search.unit, county: search.county })
  const close = () => setAsking(null)
  const acts = (goal: Goal) => (
    <span className="row wrap" style={{ gap: 4 }}>
      {goal.allowed.includes('ASSESS') && (
        <Button size="small" type="primary" onClick={() => setAsking({ what: 'ASSESS', goal })}>
          自评
        </Button>
      )}
      {goal.allowed.includes('REVIEW') && (
        <Button size="small" type="primary" onClick={() => setAsking({ what: 'REVIEW', goal })}>
          评定
        </Button>
      )}
      {goal.allowed.includes('RETURN') && (
        <Button size="small" onClick={() => setAsking({ what: 'RETURN', goal })}>
          退回
        </Button>
      )}
      {goal.allowed.includes('REVISE') && (
        <Button size="small" onClick={() => setAsking({ what: 'REVISE', goal })}>
          修改
        </Button>
      )}
      {goal.allowed.includes('DROP') && (
        <Button
          size="small"
          danger
          onClick={() =>
            modal.confirm({
              title: '撤销这项年度目标？',
              content: goal.text,
              okText: '撤销',
              okButtonProps: { danger: true },
              onOk: () => drop.mutateAsync({ id: goal.id, version: goal.version }),
            })
          }
        >
          撤销
        </Button>
      )}
    </span>
  )
  return (
    <Panel
      title={`${year}年度目标`}
      flush
      actions={
        (me.has('SUPERVISOR') || me.member) && (
          <Button size="small" type="primary" onClick={() => setAsking({ what: 'set' })}>
            {me.has('SUPERVISOR') ? '确定目标' : '填报本单位目标'}
          </Button>
        )
      }
    >
      <div className="row wrap" style={{ padding: '12px 16px', gap: 10 }}>
        <Select
          aria-label="年度"
          style={{ width: 110 }}
          value={year}
          onChange={(chosen) => set({ year: chosen })}
          options={yearsAround(Number(today.slice(0, 4))).map((one) => ({ value: String(one), label: `${one}年` }))}
        />
        <Segmented
          value={search.state ?? ''}
          onChange={(state) => set({ state: String(state) || undefined })}
          options={[{ value: '', label: '全部' }, ...optionsOf(goalStateWords)]}
          style={{ maxWidth: '100%', overflowX: 'auto' }}
        />
        {me.staff && (
          <UnitSelect
            allowClear
            placeholder="单位"
            aria-label="按单位筛选"
            style={{ width: 180 }}
            value={search.unit}
            onChange={(unit) => set({ unit })}
          />
        )}
      </div>
      <PagedListing<Goal>
        query={goals}
        idOf={({ id }) => id}
        empty={{ title: '这一年还没有目标', note: '年初确定，十二月起由各单位自评、督导部门评定' }}
        card={(goal) => (
          <div key={goal.id} className="card">
            <div className="t">{goal.text}</div>
            <div className="m">
              <GoalTag goal={goal} />
              <UnitName unit={goal.unit} />
              {goal.done !== null && <span>自评 {goal.done}%</span>}
            </div>
            {goal.measure && <div className="quiet small">衡量标准：{goal.measure}</div>}
            <Said goal={goal} />
            <div className="m">{acts(goal)}</div>
          </div>
        )}
        scroll={{ x: 900 }}
        columns={[
          { title: '单位', width: 140, render: (_, goal) => <UnitName unit={goal.unit} /> },
          {
            title: '目标',
            render: (_, goal) => (
              <>
                {goal.text}
                {goal.measure && <div className="quiet small">衡量标准：{goal.measure}</div>}
                {goal.planTitle && <div className="quiet small">所属方案：{goal.planTitle}</div>}
                <Said goal={goal} />
              </>
            ),
          },
          { title: '状态', width: 90, render: (_, goal) => <GoalTag goal={goal} /> },
          {
            title: '自评',
            width: 70,
            align: 'right',
            render: (_, { done }) => (done === null ? <span className="quiet">—</span> : `${done}%`),
          },
          { title: '', width: 190, render: (_, goal) => acts(goal) },
        ]}
      />
      {asking?.what === 'set' && <WordsOfGoal year={Number(year)} onClose={close} />}
      {asking?.what === 'REVISE' && <WordsOfGoal year={Number(year)} goal={asking.goal} onClose={close} />}
      {asking?.what === 'ASSESS' && asking.goal && <AssessDialog goal={asking.goal} onClose={close} />}
      {asking?.what === 'REVIEW' && asking.goal && <ReviewDialog goal={asking.goal} onClose={close} />}
      {asking?.what === 'RETURN' && asking.goal && <ReturnDialog goal={asking.goal} onClose={close} />}
    </Panel>
  )
}

function GoalTag({ goal }: { goal: Goal }) {
  const { words, tone } = goalTag(goal)
  return (
    <Tag color={tone} variant="filled" style={{ marginInlineEnd: 0 }}>
      {words}
    </Tag>
  )
}

/** What the unit and the supervisor have said of it. */
function Said({ goal }: { goal: Goal }) {
  const lines = [
    goal.statement && `自评：${goal.statement}`,
    goal.returnReason && `退回：${goal.returnReason}`,
    goal.opinion && `评定意见：${goal.opinion}`,
  ].filter(Boolean)
  return lines.map((line) => (
    <div key={String(line)} className="quiet small">
      {line}
    </div>
  ))
}

function WordsOfGoal({ year, goal, onClose }: { year: number; goal?: Goal; onClose: () => void }) {
  const me = useMe()
  const setGoal = useSetGoal()
  const revise = useReviseGoal()
  const done = { onSuccess: onClose }
  return (
    <FormDialog<{ unitId?: string; text: string; measure?: string }>
      title={goal ? '修改年度目标' : `${year}年度目标`}
      action="保存"
      busy={setGoal.isPending || revise.isPending}
      problem={setGoal.error ?? revise.error}
      initialValues={
        goal
          ? { text: goal.text, measure: goal.measure ?? '' }
          : { unitId: me.has('SUPERVISOR') ? undefined : me.unit?.id }
      }
      onClose={onClose}
      onFinish={({ unitId, text, measure }) => {
        const words = { text: text.trim(), measure: measure?.trim() || null, planId: goal?.planId ?? null }
        if (goal) revise.mutate({ id: goal.id, version: goal.version, ...words }, done)
        else setGoal.mutate({ unitId: unitId ?? null, year, goal: words }, done)
      }}
    >
      {!goal && me.has('SUPERVISOR') && (
        <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect aria-label="单位" />
        </Form.Item>
      )}
      <Form.Item name="text" label="目标" rules={[{ required: true, whitespace: true, message: '请填写目标' }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="measure" label="衡量标准">
        <Input maxLength={500} placeholder="判定是否完成的依据，如验收文件、统计数据" />
      </Form.Item>
    </FormDialog>
  )
}

function AssessDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const assess = useAssessGoal()
  return (
    <FormDialog<{ done: number; statement: string }>
      title="年终自评"
      action="提交"
      busy={assess.isPending}
      problem={assess.error}
      note={goal.text}
      initialValues={{ done: 100 }}
      onClose={onClose}
      onFinish={(words) => assess.mutate({ id: goal.id, version: goal.version, ...words }, { onSuccess: onClose })}
    >
      <Form.Item name="done" label="完成程度" rules={[{ required: true, message: '请填写完成程度' }]}>
        <InputNumber min={0} max={100} precision={0} suffix="%" aria-label="完成程度" />
      </Form.Item>
      <Form.Item
        name="statement"
        label="完成情况"
        rules={[{ required: true, whitespace: true, message: '请说明完成情况' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  )
}

function ReviewDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const review = useReviewGoal()
  return (
    <FormDialog<{ verdict: NonNullable<Goal['verdict']>; opinion?: string }>
      title="评定年度目标"
      action="评定"
      busy={review.isPending}
      problem={review.error}
      note={`${goal.text}。自评 ${goal.done}%：${goal.statement}`}
      onClose={onClose}
      onFinish={({ verdict, opinion }) =>
        review.mutate(
          { id: goal.id, version: goal.version, verdict, opinion: opinion?.trim() || null },
          { onSuccess: onClose },
        )
      }
    >
      <Form.Item name="verdict" label="评定结果" rules={[{ required: true, message: '请选择评定结果' }]}>
        <Radio.Group options={optionsOf(verdictWords)} />
      </Form.Item>
      <Form.Item name="opinion" label="评定意见" extra="未全部完成的必填">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}

function ReturnDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const back = useReturnGoal()
  return (
    <WordsDialog
      open
      title="退回自评"
      label="退回原因"
      action="退回"
      required
      danger
      busy={back.isPending}
      onClose={onClose}
      onSay={(reason) => back.mutate({ id: goal.id, version: goal.version, reason }, { onSuccess: onClose })}
    />
  )
}
