import { type ReactNode, useEffect } from 'react'

export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 督办`
  }, [title])
  return (
    <div className="page-head">
      <div style={{ minWidth: 0 }}>
        <h1>{title}</h1>
        {note && <div className="quiet">{note}</div>}
      </div>
      {children && <div className="actions">{children}</div>}
    </div>
  )
}
