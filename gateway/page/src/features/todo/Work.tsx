import type { ReactNode } from 'react'

/** What someone has to do, one below the other. */
export function Work({ children }: { children: ReactNode }) {
  return <ul className="work">{children}</ul>
}

/** One thing to do: what it is, what one should know of it below, and the way to do it beside. */
export function Item(props: { light?: ReactNode; title: ReactNode; children: ReactNode; act?: ReactNode }) {
  return (
    <li>
      {props.light}
      <div className="what">
        {props.title}
        <div className="sub">{props.children}</div>
      </div>
      {props.act && <div className="act">{props.act}</div>}
    </li>
  )
}
