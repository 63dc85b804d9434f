import { Form, type FormInstance, Modal } from 'antd'
import type { ReactNode } from 'react'
import { enterTakesTheDay } from '@/components/enterTakesTheDay'
import { ProblemView } from '@/components/ProblemView'

/** A form that opens over the page: what went wrong stands above its fields. */
export function FormDialog<Words extends object>(props: {
  title: string
  action: string
  busy: boolean
  danger?: boolean
  problem?: unknown
  note?: ReactNode
  width?: number
  /** for those who watch what is being filled in */
  form?: FormInstance<Words>
  initialValues?: object
  onFinish: (words: Words) => void
  onClose: () => void
  children: ReactNode
}) {
  const [form] = Form.useForm<Words>(props.form)
  return (
    <Modal
      open
      title={props.title}
      okText={props.action}
      okButtonProps={{ danger: props.danger, loading: props.busy }}
      onCancel={props.onClose}
      onOk={() => form.submit()}
      width={props.width}
    >
      <ProblemAbove reason={props.problem} />
      {props.note && (
        <p className="quiet" style={{ marginBottom: 14 }}>
          {props.note}
        </p>
      )}
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initialValues}
        onFinish={props.onFinish}
        onKeyDown={enterTakesTheDay}
      >
        {props.children}
      </Form>
    </Modal>
  )
}

/** What went wrong, with a gap to the form below it. */
export function ProblemAbove({ reason }: { reason: unknown }) {
  return reason ? (
    <div style={{ marginBottom: 14 }}>
      <ProblemView reason={reason} />
    </div>
  ) : null
}
