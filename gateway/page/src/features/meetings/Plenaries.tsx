import { Link } from '@tanstack/react-router'
import { Select, type TableColumnsType, Tag } from 'antd'
import { useState } from 'react'
import { Listing } from '@/components/Listing'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import {
  awaitsAttendance,
  placeOf,
  standingTones,
  standingWords,
  summary,
  yearsAround,
} from '@/features/meetings/plenaryYear'
import type { Plenary } from '@/lib/api/types'
import { useToday } from '@/lib/requests/clock'
import { usePlenaries } from '@/lib/requests/meetings'
import { moment } from '@/lib/time'

/** Who holds the plenary that is owed every year, the city first. */
export function Plenaries() {
  const today = useToday()
  const [chosen, setChosen] = useState<number>()
  const year = chosen ?? Number(today.slice(0, 4))
  const plenaries = usePlenaries(year)
  const columns: TableColumnsType<Plenary> = [
    { title: '市县', width: 130, render: (_, one) => placeOf(one) },
    {
      title: '联席会议',
      render: (_, { mechanismName }) => mechanismName ?? <span className="quiet">—</span>,
    },
    { title: '办公室', width: 170, render: (_, { office }) => <UnitName unit={office} /> },
    { title: '全体会议', width: 130, render: (_, one) => <Standing plenary={one} /> },
    { title: '时间', width: 190, render: (_, one) => <When plenary={one} today={today} /> },
  ]
  return (
    <Panel
      title="年度全体会议"
      flush
      actions={
        <Select
          aria-label="年度"
          size="small"
          value={year}
          onChange={setChosen}
          options={yearsAround(today).map((one) => ({ value: one, label: `${one}年` }))}
        />
      }
      footer={
        plenaries.data && plenaries.data.length > 0 && <span className="quiet small">{summary(plenaries.data)}</span>
      }
    >
      <Loading query={plenaries}>
        {(items) => (
          <Listing<Plenary>
            items={items}
            idOf={({ mechanismId, countyId }) => mechanismId ?? `of ${countyId}`}
            card={(one) => (
              <div key={one.mechanismId ?? one.countyId} className="card">
                <div className="t">{one.mechanismName ?? placeOf(one)}</div>
                <div className="m">
                  <Standing plenary={one} />
                  {one.mechanismName && <span>{placeOf(one)}</span>}
                  <When plenary={one} today={today} />
                </div>
              </div>
            )}
            columns={columns}
            scroll={{ x: 820 }}
            empty={{ title: '还没有联席会议机制', note: '建立机制后，这里列出各级每年的全体会议' }}
          />
        )}
      </Loading>
    </Panel>
  )
}

function Standing({ plenary: { standing } }: { plenary: Plenary }) {
  return (
    <Tag variant="filled" color={standingTones[standing]}>
      {standingWords[standing]}
    </Tag>
  )
}

function When({ plenary, today }: { plenary: Plenary; today: string }) {
  if (!plenary.meetingId) return <span className="quiet">—</span>
  return (
    <>
      <Link to="/meetings/$id" params={{ id: plenary.meetingId }}>
        {moment(plenary.startsAt)}
      </Link>
      {awaitsAttendance(plenary, today) && <span className="quiet small">（待登记到会）</span>}
    </>
  )
}
