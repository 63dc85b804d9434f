import { Button } from 'antd'
import { useEffect, useRef } from 'react'

/** Loads the next page when it comes into view; the button serves keyboards. */
export function More(props: { has: boolean; loading: boolean; load: () => void; shown: number }) {
  const mark = useRef<HTMLDivElement>(null)
  const { has, loading, load } = props
  useEffect(() => {
    const element = mark.current
    if (!element || !has || loading || typeof IntersectionObserver === 'undefined') return
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && load(), {
      rootMargin: '300px',
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [has, loading, load])
  return (
    <div ref={mark} className="small quiet" style={{ textAlign: 'center', padding: 10 }}>
      {has ? (
        <Button type="link" size="small" loading={loading} onClick={load}>
          加载更多
        </Button>
      ) : (
        props.shown > 0 && `共 ${props.shown} 条，已全部显示`
      )}
    </div>
  )
}
