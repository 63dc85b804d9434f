import { Timeline } from 'antd'
import { moment } from '@/lib/time'

export type CourseStep = { act: string; when: string; words?: string | null }

/** `2026-11-20 09:05 · 市医保局 方晓岚` */
export const whenBy = ({ at, by, byUnit }: { at: string; by: string; byUnit?: string | null }) =>
  `${moment(at)} · ${byUnit ? `${byUnit} ` : ''}${by}`

/** What was done, step below step; the latest stands out. */
export function Course({ steps, latest }: { steps: CourseStep[]; latest: 'first' | 'last' }) {
  const last = latest === 'first' ? 0 : steps.length - 1
  return (
    <Timeline
      style={{ marginTop: 6, marginBottom: -4 }}
      items={steps.map(({ act, when, words }, index) => ({
        key: index,
        color: index === last ? 'blue' : 'gray',
        content: (
          <div>
            <b style={{ fontWeight: 500 }}>{act}</b>
            <div className="quiet small">{when}</div>
            {words && <div className="pre small">{words}</div>}
          </div>
        ),
      }))}
    />
  )
}
