import { ClockCircleOutlined } from '@ant-design/icons'
import { Button, DatePicker, Popover } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { shanghaiDay, shanghaiTime, useNow, useSetClock } from '@/lib/requests/clock'
import { longDay, weekday } from '@/lib/time'

/** Business time in a training run; staff may move it forward, for all services at once. */
export function TrainingClock({ settable, narrow }: { settable: boolean; narrow: boolean }) {
  const now = useNow()
  const set = useSetClock()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<Dayjs | null>(null)
  const day = shanghaiDay(now)
  const time = shanghaiTime(now)
  const here = dayjs(`${day}T${time}`)

  const control = (
    <div className="stack tight" style={{ width: 262 }}>
      <div>
        <b>{longDay(day)}</b> <span className="quiet">{weekday(day)}</span>
        <div style={{ fontSize: 22 }}>{time}</div>
      </div>
      {settable ? (
        <>
          <div className="row">
            <Button className="grow" loading={set.isPending} onClick={() => set.mutate({ advance: 'P1D' })}>
              +1 天
            </Button>
            <Button className="grow" loading={set.isPending} onClick={() => set.mutate({ advance: 'P7D' })}>
              +7 天
            </Button>
          </div>
          <DatePicker
            showTime={{ format: 'HH:mm', defaultValue: dayjs('09:00', 'HH:mm') }}
            format="YYYY-MM-DD HH:mm"
            placeholder="到指定时间"
            value={to}
            minDate={here}
            onChange={setTo}
            style={{ width: '100%' }}
          />
          <Button
            type="primary"
            disabled={!to || to.isBefore(here)}
            loading={set.isPending}
            onClick={() =>
              set.mutate(
                { now: to!.format('YYYY-MM-DDTHH:mm') },
                {
                  onSuccess: () => {
                    setOpen(false)
                    setTo(null)
                  },
                },
              )
            }
          >
            前进到此时
          </Button>
          <p className="quiet small">演练时钟只能向前调，所有服务同时生效；到期提醒、亮灯随之变化。</p>
        </>
      ) : (
        <p className="quiet small">当前为演练环境，业务时间由督导人员调整。</p>
      )}
    </div>
  )

  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={control} placement="bottomRight">
      <button type="button" className="clock" aria-label={`演练时间 ${day} ${time.slice(0, 5)}，点击调整`}>
        <ClockCircleOutlined />
        {!narrow && <span>演练</span>}
        <b>{narrow ? `${day.slice(5)}` : `${day} ${time.slice(0, 5)}`}</b>
      </button>
    </Popover>
  )
}
