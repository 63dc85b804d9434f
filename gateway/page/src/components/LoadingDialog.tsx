import { Modal } from 'antd'
import type { ComponentProps, ReactNode } from 'react'
import { Loading } from '@/components/Loading'

/** A dialog whose fields must be asked for first: waiting and what goes wrong meanwhile are said in the dialog too. */
export function LoadingDialog<T>(props: {
  title: string
  width?: number
  query: ComponentProps<typeof Loading<T>>['query']
  onClose: () => void
  children: (data: T) => ReactNode
}) {
  if (props.query.data !== undefined) return props.children(props.query.data)
  return (
    <Modal open title={props.title} width={props.width} footer={null} onCancel={props.onClose}>
      <Loading query={props.query}>{() => null}</Loading>
    </Modal>
  )
}
