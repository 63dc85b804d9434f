import type { ReactNode } from 'react'

/** What someone has to do, one below the other. */
export function Work({ children }: { children: ReactNode }) {
  return <ul className="work">{children}</ul>
}

/** What the list leaves out, with the way to it; nothing where it leaves nothing out. */
export function Rest({ all, shown, more, to }: { all: number; shown: number; more: boolean; to: ReactNode }) {
  if (all <= shown && !more) return null
  return (
    <p className="rest quiet small">
      {more ? `这里列出前 ${Math.min(all, shown)} 项，其余` : `另有 ${all - shown} 项，`}
      {to}
    </p>
  )
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
