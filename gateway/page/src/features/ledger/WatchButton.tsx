import { StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSetWatch, useWatch } from '@/lib/requests/comments'

/** One's own; nobody watches because of their office. */
export function WatchButton({ id }: { id: string }) {
  const watch = useWatch(id)
  const set = useSetWatch(id)
  const watching = watch.data?.watching ?? false
  return (
    <Button
      icon={watching ? <StarFilled style={{ color: '#d48806' }} /> : <StarOutlined />}
      aria-pressed={watching}
      disabled={!watch.data}
      loading={set.isPending}
      title={watching ? '不再提醒这项任务的沟通记录和状态变化' : '有新的沟通记录或状态变化时提醒我'}
      onClick={() => set.mutate(!watching)}
    >
      {watching ? '已关注' : '关注'}
    </Button>
  )
}
