import { useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import '@/features/plans/review.css'
import { Loading } from '@/components/Loading'
import { ReviewView } from '@/features/plans/ReviewView'
import { useReading } from '@/lib/requests/readings'

export function ReadingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  // Registered units reach the reading by event: look again until it knows them.
  const [waiting, setWaiting] = useState<string[]>([])
  const reading = useReading(id, waiting.length > 0 ? 700 : false)
  const { message } = App.useApp()
  useEffect(() => {
    if (waiting.length === 0 || !reading.data) return
    const open = new Set(reading.data.units.filter(({ state }) => state === 'UNKNOWN').map(({ name }) => name))
    if (waiting.every((name) => !open.has(name))) setWaiting([])
  }, [reading.data, waiting])
  useEffect(() => {
    if (waiting.length === 0) return
    const timer = setTimeout(() => {
      setWaiting([])
      message.info('单位已登记，识别结果稍后更新，请刷新查看')
    }, 20_000)
    return () => clearTimeout(timer)
  }, [waiting])
  return (
    <Loading query={reading}>
      {(data) => <ReviewView reading={data} waiting={waiting.length > 0} onRegistered={setWaiting} />}
    </Loading>
  )
}
