import { Skeleton } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { calm } from '@/components/calm'

type Chart = import('echarts/core').ECharts

// Only what is drawn is loaded, and only when something is drawn.
const load = () => import('@/components/chart')

/** A chart, loaded when first needed; `label` says in words what it shows. */
export function Picture(props: {
  option: EChartsCoreOption
  height: number
  label: string
  onPick?: (name: string, series: string | undefined) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart>(null)
  const pick = useRef(props.onPick)
  pick.current = props.onPick
  const [ready, setReady] = useState(false)

  useEffect(() => {
    let gone = false
    load().then(({ init }) => {
      if (gone || !box.current) return
      chart.current = init(box.current, undefined, { renderer: 'svg' })
      chart.current.on('click', (event) => pick.current?.(String(event.name), event.seriesName))
      setReady(true)
    })
    const resized = new ResizeObserver(() => chart.current?.resize())
    if (box.current) resized.observe(box.current)
    return () => {
      gone = true
      resized.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    if (ready) chart.current?.setOption({ ...props.option, animation: !calm() }, true)
  }, [ready, props.option])

  return (
    <div style={{ position: 'relative' }} role="img" aria-label={props.label}>
      {!ready && <Skeleton active style={{ position: 'absolute', inset: 0 }} />}
      <div ref={box} style={{ height: props.height }} />
    </div>
  )
}
