import { Link } from '@tanstack/react-router'
import { Button, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Bar } from '@/components/Bar'
import { FormDialog } from '@/components/FormDialog'
import { LightTag } from '@/components/LightTag'
import { Listing } from '@/components/Listing'
import { Panel } from '@/components/Panel'
import { UnitName, UnitNames } from '@/components/UnitNames'
import { UnitSelect } from '@/components/UnitSelect'
import { CascadeDialog } from '@/features/ledger/CascadeDialog'
import { DueDay, StateTag } from '@/features/ledger/columns'
import type { Task, TaskPiece, Unit } from '@/lib/api/types'
import { useMe } from '@/lib/requests/me'
import { useDecompose } from '@/lib/requests/taskLife'

/** What lead units made of their parts, and how far each piece has come. */
export function TaskPieces({ task }: { task: Task }) {
  const [giving, setGiving] = useState<'piece' | 'counties' | null>(null)
  const may = task.allowed.includes('DECOMPOSE')
  const mayCascade = task.allowed.includes('CASCADE')
  if (task.pieces.length === 0 && !may && !mayCascade) return null
  return (
    <Panel
      title="分解事项"
      flush
      actions={
        <>
          {mayCascade && (
            <Button size="small" onClick={() => setGiving('counties')}>
              分解到县区
            </Button>
          )}
          {may && (
            <Button size="small" onClick={() => setGiving('piece')}>
              分解任务
            </Button>
          )}
        </>
      }
    >
      <Listing<TaskPiece>
        items={task.pieces}
        idOf={({ id }) => id}
        empty={{ title: '还没有分解', note: '可把本单位承担的部分分解给本单位、配合单位或县区单位，进展自动汇总' }}
        card={(piece) => (
          <Link key={piece.id} to="/tasks/$id" params={{ id: piece.id }} className="card">
            <div className="t">{piece.title}</div>
            <div className="m">
              <LightTag light={piece.light} />
              <StateTag state={piece.state} />
              <DueDay task={piece} />
            </div>
            <div className="m">
              <UnitNames units={piece.leads} most={2} />
              <Given piece={piece} />
            </div>
            <Bar value={piece.progress} />
          </Link>
        )}
        scroll={{ x: 720 }}
        columns={[
          {
            title: '事项',
            render: (_, piece) => (
              <>
                <Link to="/tasks/$id" params={{ id: piece.id }} className="clip2" title={piece.title}>
                  {piece.title}
                </Link>
                <div className="quiet small">
                  <Given piece={piece} />
                </div>
              </>
            ),
          },
          { title: '承担单位', width: 150, render: (_, piece) => <UnitNames units={piece.leads} most={2} /> },
          { title: '时限', width: 116, render: (_, piece) => <DueDay task={piece} /> },
          {
            title: '亮灯',
            width: 84,
            render: (_, piece) => <LightTag light={piece.light} reason={piece.lightReason} />,
          },
          { title: '状态', width: 84, render: (_, piece) => <StateTag state={piece.state} /> },
          { title: '进度', width: 116, render: (_, piece) => <Bar value={piece.progress} /> },
        ]}
      />
      {giving === 'piece' && <DecomposeDialog task={task} onClose={() => setGiving(null)} />}
      {giving === 'counties' && <CascadeDialog task={task} onClose={() => setGiving(null)} />}
    </Panel>
  )
}

/** Whose part it is a piece of, and what it counts there. */
function Given({ piece }: { piece: TaskPiece }) {
  return (
    <span>
      <UnitName unit={piece.givenBy} />
      分解，权重 {piece.weight}
    </span>
  )
}

type Fields = {
  title: string
  text: string
  leads: string[]
  cooperators?: string[]
  dueOn?: Dayjs | null
  weight: number
}

/** Whom a unit may give pieces to: those who share the task, units of any county, a county only its own. */
const reachOf = (task: Task, giver: { id: string; countyId?: string | null } | null | undefined) => (unit: Unit) =>
  unit.id === giver?.id ||
  task.parts.some((part) => part.unit.id === unit.id) ||
  (giver?.countyId ? unit.county?.id === giver.countyId : !!unit.county)

function DecomposeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const me = useMe()
  const decompose = useDecompose()
  const [form] = Form.useForm<Fields>()
  const leads = Form.useWatch('leads', form)
  const reached = reachOf(task, me.unit)
  return (
    <FormDialog<Fields>
      title="分解任务"
      action="下达"
      width={620}
      form={form}
      busy={decompose.isPending}
      problem={decompose.error}
      note={`可分解给本单位、本任务的其他责任单位和${me.unit?.countyId ? '本县区各单位' : '县区单位'}；分解事项全部销号后，本单位方可申请办结。`}
      initialValues={{ weight: 1, dueOn: task.dueOn ? dayjs(task.dueOn) : null }}
      onClose={onClose}
      onFinish={({ weight, title, text, dueOn, ...units }) =>
        decompose.mutate(
          {
            id: task.id,
            version: task.version,
            weight,
            task: {
              title: title.trim(),
              text: text.trim(),
              dueOn: dueOn?.format('YYYY-MM-DD') ?? null,
              kind: 'ONE_OFF',
              repeats: null,
              leads: units.leads,
              cooperators: units.cooperators ?? [],
              indicators: [],
              number: null,
              remark: null,
            },
          },
          { onSuccess: onClose },
        )
      }
    >
      <Form.Item
        name="title"
        label="事项名称"
        rules={[{ required: true, whitespace: true, message: '请填写事项名称' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label="事项内容" rules={[{ required: true, whitespace: true, message: '请填写事项内容' }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name="leads" label="承担单位" rules={[{ required: true, message: '请选择承担单位' }]}>
        <UnitSelect mode="multiple" aria-label="承担单位" among={reached} />
      </Form.Item>
      <Form.Item name="cooperators" label="配合单位">
        <UnitSelect mode="multiple" aria-label="配合单位" without={leads} among={reached} />
      </Form.Item>
      <div className="row wrap">
        <Form.Item name="dueOn" label="完成时限">
          <DatePicker maxDate={task.dueOn ? dayjs(task.dueOn) : undefined} />
        </Form.Item>
        <Form.Item name="weight" label="权重" tooltip="在本单位各分解事项中所占的份量">
          <InputNumber min={1} max={100} precision={0} aria-label="权重" />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
