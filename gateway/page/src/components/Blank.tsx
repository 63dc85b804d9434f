import type { ReactNode } from 'react'

/** Nothing to show, said so that nobody wonders whether something broke. */
export function Blank({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="blank">
      <svg width="56" height="46" viewBox="0 0 56 46" fill="none" aria-hidden="true">
        <rect x="9" y="4" width="30" height="38" rx="3" fill="#f2f5f9" stroke="#c9d3df" strokeWidth="1.5" />
        <path d="M16 14h16M16 21h16M16 28h9" stroke="#c9d3df" strokeWidth="1.8" strokeLinecap="round" />
        <circle cx="40" cy="32" r="9" fill="#fff" stroke="#9db4d0" strokeWidth="1.5" />
        <path d="M36 32l3 3 5-6" stroke="#6d93bf" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <b>{title}</b>
      {note && <div className="small">{note}</div>}
      {children && <div style={{ marginTop: 14 }}>{children}</div>}
    </div>
  )
}
