import '@/features/feedback/feedback.css'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

/** A page for the public: no menu, made for a phone first. */
export function Sheet({
  title,
  note,
  other,
  children,
}: {
  title: string
  note: string
  other: { to: '/feedback' | '/feedback/query'; words: string }
  children: ReactNode
}) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="feedback">
      <main>
        <div className="row between top">
          <div>
            <h1>{title}</h1>
            <div className="quiet">{note}</div>
          </div>
          <Link to={other.to} className="nowrap" style={{ marginTop: 14 }}>
            {other.words}
          </Link>
        </div>
        <div className="sheet">{children}</div>
      </main>
    </div>
  )
}
