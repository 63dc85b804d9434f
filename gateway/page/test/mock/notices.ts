import { type Answer, type Any, type Asked, isOneOf, isUnit, list, NOW, ok, TODAY } from './asked.ts'
import * as data from './data.ts'

const pressed = data.tasks.slice(0, 4)
const sample = (): Any[] =>
  pressed.map((task, n) => {
    const state = ['PROPOSED', 'ISSUED', 'APPEALED', 'SETTLED'][n]
    const issued = n > 0
    const said = (words: string) => ({ at: '2026-11-18T10:00:00+08:00', by: '方晓岚', words })
    return {
      id: data.id(31, n + 1),
      version: n,
      planId: task.planId,
      planTitle: task.planTitle,
      taskId: task.id,
      taskTitle: task.title,
      unit: task.leads[0],
      issuerCountyId: null,
      step: ['NOTICE_BLUE', 'NOTICE_YELLOW', 'NOTICE_RED', 'NOTICE_BLUE'][n],
      cause: 'REPORT',
      owedOn: '2026-11-12',
      stillOwed: n < 3,
      state,
      proposedOn: '2026-11-17',
      proposedBy: '系统',
      reason: '2026年11月进展应于2026年11月12日前报送，截至2026年11月17日已逾期3个工作日，仍未报送。',
      demand: '请立即组织办理并报送进展情况，说明逾期原因。',
      replyBy: '2026-11-26',
      number: issued ? `督办〔2026〕${n}号` : null,
      issuedOn: issued ? '2026-11-17' : null,
      issuedBy: issued ? '周明远' : null,
      dismissal: null,
      receipt: n > 1 ? said('') : null,
      reply: null,
      appeal: n === 2 ? said('当日系统故障，已书面报告。') : null,
      appealDecision: null,
      endedOn: n === 3 ? '2026-11-20' : null,
      allowed: [],
    }
  })
const urgings: Any[] = [
  {
    id: data.id(32, 1),
    unit: pressed[0]!.leads[0],
    urgedOn: '2026-11-13',
    words: '请抓紧推进，按时报送进展情况。',
    urgedBy: '系统',
  },
]
const usualSteps = [
  ['REMINDER', 1, 1],
  ['NOTICE_BLUE', 3, 2],
  ['NOTICE_YELLOW', 6, 2],
  ['NOTICE_RED', 10, 3],
  ['BULLETIN', 15, 3],
  ['TALK', 20, 0],
].map(([step, afterWorkingDays, graceWorkingDays]) => ({ step, afterWorkingDays, graceWorkingDays }))
const usual: Any = {
  version: 0,
  urgingsAWeek: 3,
  steps: usualSteps.slice(0, 4),
  usual: usualSteps,
  mayChange: true,
}

/** What each act of a person makes of a notice. */
const acts: Record<string, (words: Any, by: string) => Any> = {
  issue: (words, by) => ({ ...words, state: 'ISSUED', number: '督办〔2026〕9号', issuedOn: TODAY, issuedBy: by }),
  dismissal: ({ reason }) => ({ state: 'DISMISSED', dismissal: reason, endedOn: TODAY }),
  receipt: (_, by) => ({ state: 'RECEIVED', receipt: { at: NOW, by, words: '' } }),
  reply: ({ words }, by) => ({ state: 'REPLIED', reply: { at: NOW, by, words } }),
  appeal: ({ reason }, by) => ({ state: 'APPEALED', appeal: { at: NOW, by, words: reason } }),
  'appeal-decision': ({ withdraw, opinion }, by) => ({
    state: withdraw ? 'WITHDRAWN' : 'RECEIVED',
    endedOn: withdraw ? TODAY : null,
    appealDecision: { at: NOW, by, words: opinion },
  }),
}
const issuing: Any = { PROPOSED: ['ISSUE', 'DISMISS'], APPEALED: ['UPHOLD', 'WITHDRAW'] }
const answering: Any = {
  ISSUED: ['RECEIVE', 'APPEAL'],
  RECEIVED: ['REPLY', 'APPEAL'],
  REPLIED: ['REPLY'],
}

/** Urgings, notices and a plan's ladder as the task service answers them. */
export function mockNotices() {
  const notices = sample()
  let ladder = usual

  const proposed = ({ taskId, unitId, step, reason, demand }: Any, by: string): Any => {
    const task = data.tasks.find(({ id }) => id === taskId)!
    const notice = {
      ...sample()[0],
      id: data.id(31, notices.length + 1),
      planId: task.planId,
      planTitle: task.planTitle,
      taskId,
      taskTitle: task.title,
      unit: data.ref(data.units.find(({ id }) => id === unitId)!),
      step,
      cause: 'MANUAL',
      reason,
      demand: demand ?? '请立即组织办理并报告情况。',
      proposedOn: TODAY,
      proposedBy: by,
    }
    notices.unshift(notice)
    return notice
  }

  return (asked: Asked): Answer | null => {
    const { method, path, body, q, who, name } = asked
    if (/^\/tasks\/[^/]+\/urgings$/.test(path)) return ok({ items: urgings })
    if (/^\/plans\/[^/]+\/escalation$/.test(path)) {
      if (method === 'PUT') ladder = { ...ladder, ...body, version: ladder.version + 1 }
      return ok(ladder)
    }
    if (path === '/notices' && method === 'POST') return ok(proposed(body, name))
    if (path === '/notices')
      return list(
        notices.filter(
          (notice) =>
            isUnit(asked, notice.unit) &&
            isOneOf(q('state'), notice.state) &&
            isOneOf(q('step'), notice.step) &&
            isOneOf(q('task'), notice.taskId),
        ),
      )
    const notice = notices.find(({ id }) => path.startsWith(`/notices/${id}`))
    if (!notice) return null
    const act = acts[path.slice(`/notices/${notice.id}/`.length)]
    if (act) Object.assign(notice, act(body, name), { version: notice.version + 1 })
    return ok({ ...notice, allowed: (who === 'supervisor' ? issuing : answering)[notice.state] ?? [] })
  }
}
