import type { ReactNode } from 'react'

export function Panel(props: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  flush?: boolean
  footer?: ReactNode
  id?: string
}) {
  return (
    <section className="panel" id={props.id}>
      {props.title && (
        <header>
          <h2>{props.title}</h2>
          {props.actions && <div className="actions">{props.actions}</div>}
        </header>
      )}
      <div className={props.flush ? 'flush' : 'body'}>{props.children}</div>
      {props.footer && <footer>{props.footer}</footer>}
    </section>
  )
}
