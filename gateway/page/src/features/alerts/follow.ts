import type { useNavigate } from '@tanstack/react-router'
import type { Alert } from '@/lib/api/types'

/** Opens what an alert is about. */
export function followAlert(alert: Alert, navigate: ReturnType<typeof useNavigate>) {
  const { link } = alert
  switch (link?.kind) {
    case 'TASK':
      return navigate({ to: '/tasks/$id', params: { id: link.id }, search: {} })
    case 'REPORT':
      return alert.kind === 'REPORT_SUBMITTED'
        ? navigate({ to: '/review', search: { report: link.id } })
        : navigate({ to: '/reports/$id', params: { id: link.id }, search: {} })
    case 'MEETING':
      return navigate({ to: '/meetings/$id', params: { id: link.id }, search: {} })
    case 'MECHANISM':
      return navigate({ to: '/meetings', search: {} })
    case 'NOTICE':
      return navigate({ to: '/notices/$id', params: { id: link.id }, search: {} })
    case 'ROUND':
      return navigate({ to: '/reports', search: {} })
    case 'HAND_IN':
      return navigate({ to: '/hand-ins/$id', params: { id: link.id }, search: {} })
    case 'RECTIFICATION':
      return navigate({ to: '/rectifications/$id', params: { id: link.id }, search: {} })
    case 'COMPLAINT':
      return navigate({ to: '/complaints/$id', params: { id: link.id }, search: {} })
    case 'INDICATOR':
      return navigate({ to: '/indicators/$id', params: { id: link.id }, search: {} })
    case 'FEATURE':
      return navigate({ to: '/counties', search: { view: 'features', plan: link.id } })
    case 'GOAL':
      return navigate({ to: '/counties', search: { view: 'goals' } })
    case 'SCORE_SHEET':
      return navigate({ to: '/assessments/sheets/$id', params: { id: link.id }, search: {} })
    default:
      return navigate({ to: '/alerts', search: {} })
  }
}
