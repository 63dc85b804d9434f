import { Button, Checkbox, Table } from 'antd'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { replyWords } from '@/features/meetings/words'
import type { Meeting } from '@/lib/api/types'
import { useTakeAttendance } from '@/lib/requests/meetings'
import { useUnitWords } from '@/lib/unitWords'

/** Who is invited, what they replied, and who came. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const words = useUnitWords()
  const take = useTakeAttendance()
  const [taking, setTaking] = useState(false)
  const [present, setPresent] = useState<string[]>([])
  const replied = meeting.attendance.filter(({ reply }) => reply).length
  const taken = meeting.attendance.some(({ attended }) => attended !== null)
  const mayTake = meeting.allowed.includes('TAKE_ATTENDANCE')
  const start = () => {
    setPresent(
      meeting.attendance
        .filter(({ attended, reply }) => attended ?? (reply && reply !== 'ABSENT'))
        .map(({ unit }) => unit.id),
    )
    setTaking(true)
  }
  return (
    <Panel
      title={
        meeting.attendance.length < meeting.invited
          ? `本单位参会（共邀请 ${meeting.invited} 个单位）`
          : `参会单位（回执 ${replied}/${meeting.invited}）`
      }
      flush
      actions={
        mayTake &&
        (taking ? (
          <>
            <Button size="small" onClick={() => setTaking(false)}>
              取消
            </Button>
            <Button
              size="small"
              type="primary"
              loading={take.isPending}
              onClick={() =>
                take.mutate(
                  { id: meeting.id, version: meeting.version, present },
                  { onSuccess: () => setTaking(false) },
                )
              }
            >
              保存签到
            </Button>
          </>
        ) : (
          <Button size="small" onClick={start}>
            {taken ? '修改签到' : '登记签到'}
          </Button>
        ))
      }
    >
      <Table<Meeting['attendance'][number]>
        size="small"
        rowKey={({ unit }) => unit.id}
        dataSource={meeting.attendance}
        pagination={false}
        locale={{ emptyText: <Blank title="没有受邀单位" /> }}
        columns={[
          {
            title: '单位',
            render: (_, { unit, deputyName, reason }) => (
              <div>
                <UnitName unit={unit} />
                {(deputyName || reason) && (
                  <div className="quiet small">{deputyName ? `由 ${deputyName} 代表` : reason}</div>
                )}
              </div>
            ),
          },
          {
            title: '回执',
            width: 84,
            render: (_, { reply }) => (reply ? replyWords[reply] : <span className="quiet">未回复</span>),
          },
          ...(taken || taking
            ? [
                {
                  title: '到会',
                  width: 64,
                  render: (_: unknown, { unit, attended }: Meeting['attendance'][number]) =>
                    taking ? (
                      <Checkbox
                        aria-label={`${words(unit)}到会`}
                        checked={present.includes(unit.id)}
                        onChange={({ target }) =>
                          setPresent((before) =>
                            target.checked ? [...before, unit.id] : before.filter((id) => id !== unit.id),
                          )
                        }
                      />
                    ) : attended === null ? (
                      '—'
                    ) : attended ? (
                      '到会'
                    ) : (
                      <span style={{ color: '#c43d34' }}>缺席</span>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
