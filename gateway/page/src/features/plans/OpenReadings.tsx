import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { Panel } from '@/components/Panel'
import { DiscardReading } from '@/features/plans/DiscardReading'
import { useReadings } from '@/lib/requests/readings'
import { moment } from '@/lib/time'

/** Documents whose review is not finished. */
export function OpenReadings() {
  const readings = useReadings()
  const open = readings.data?.filter(({ state }) => state === 'OPEN') ?? []
  if (open.length === 0) return null
  return (
    <Panel title="核对中的文件" flush>
      <ul className="work">
        {open.map((reading) => (
          <li key={reading.id}>
            <div className="what">
              <Link to="/plans/readings/$id" params={{ id: reading.id }}>
                {reading.title || reading.fileName}
              </Link>
              <div className="sub">
                <span>{reading.fileName}</span>
                <span>{moment(reading.createdAt)} 导入</span>
                <span>{reading.tasks} 项任务</span>
                {reading.planId && <span>已部分纳入台账</span>}
                {reading.openFindings > 0 && (
                  <Tag variant="filled" color="warning">
                    {reading.openFindings} 个疑点
                  </Tag>
                )}
              </div>
            </div>
            <div className="act">
              <DiscardReading of={reading} />
              <Link to="/plans/readings/$id" params={{ id: reading.id }}>
                <Button>继续核对</Button>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
