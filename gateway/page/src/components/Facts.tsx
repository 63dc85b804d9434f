import type { ReactNode } from 'react'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

/** One of the facts: `wide` takes the whole row, `typed` keeps the line breaks of what somebody wrote. */
export function Fact(props: { name: ReactNode; wide?: boolean; typed?: boolean; children: ReactNode }) {
  return (
    <div className={props.wide ? 'wide' : undefined}>
      <dt>{props.name}</dt>
      <dd className={props.typed ? 'pre' : undefined}>{props.children}</dd>
    </div>
  )
}
