import { Link } from '@tanstack/react-router'
import { useSpared } from '@/lib/requests/once'

/** How many forms this year spared, where it opens. */
export function SparedWords({ mine }: { mine: boolean }) {
  const spared = useSpared({ unit: mine ? 'me' : undefined }).data
  return <Link to="/reports/spared">{spared ? `今年以来少填 ${spared.total.spared} 份` : '少填了多少份'}</Link>
}
