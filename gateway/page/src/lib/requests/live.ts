import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import type { Alert } from '@/lib/api/types'
import { keys } from '@/lib/keys'

const touched: Record<string, (readonly string[])[]> = {
  TASK: [keys.tasks, keys.counts, keys.overview, keys.plans, keys.countyWork],
  REPORT: [keys.reports, keys.tasks, keys.counts, keys.overview, keys.rounds],
  ROUND: [keys.rounds, keys.reports, keys.counts, keys.overview],
  MEETING: [keys.meetings],
  RECTIFICATION: [keys.rectifications],
  COMPLAINT: [keys.complaints],
  NOTICE: [keys.notices],
  INDICATOR: [keys.indicators],
  HAND_IN: [keys.handIns],
  FEATURE: [keys.countyWork],
  GOAL: [keys.goals],
  SCORE_SHEET: [keys.assessments],
}

/** Keeps what is on the screen true while others work: one open stream, reconnected by the browser. */
export function useLive(open: (alert: Alert) => void) {
  const client = useQueryClient()
  const { message, notification } = App.useApp()
  useEffect(() => {
    const stream = new EventSource('/api/alerts/stream', { withCredentials: true })
    let lost = false
    stream.onopen = () => {
      // What was told while the stream was down is not told again.
      if (lost) client.invalidateQueries()
      lost = false
    }
    stream.onerror = () => {
      lost = true
    }
    stream.addEventListener('count', (event) => {
      client.setQueryData([...keys.alerts, 'count'], JSON.parse((event as MessageEvent).data).unread)
    })
    stream.addEventListener('alert', (event) => {
      const alert: Alert = JSON.parse((event as MessageEvent).data)
      client.invalidateQueries({ queryKey: keys.alerts })
      // What was withdrawn is announced to nobody, and goes where it still stands.
      if (alert.withdrawnAt) return notification.destroy(alert.id)
      // A phone has no room beside the buttons: one line that passes and lets fingers through; the bell keeps the rest.
      if (window.matchMedia('(max-width: 640px)').matches)
        message.info({ key: 'alert', content: alert.title, duration: 3, className: 'passing' })
      else
        notification.info({
          key: alert.id,
          title: alert.title,
          description: alert.body,
          placement: 'bottomRight',
          duration: 6,
          onClick: () => open(alert),
        })
    })
    stream.addEventListener('change', (event) => {
      const { kind } = JSON.parse((event as MessageEvent).data)
      for (const queryKey of touched[kind] ?? []) client.invalidateQueries({ queryKey })
    })
    return () => stream.close()
  }, [client])
}
