import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'
import type { Any, Asked } from './asked.ts'
import { mockAssessments } from './assessments.ts'
import { mockBulletin } from './bulletin.ts'
import { mockComments } from './comments.ts'
import { mockComplaints } from './complaints.ts'
import { mockCounties } from './counties.ts'
import * as data from './data.ts'
import { completed, promisedOf } from './documents.ts'
import { contentOf, files, mockEvidence } from './evidence.ts'
import { mockHandIns } from './handIns.ts'
import { mockIndicators } from './indicators.ts'
import { mockLights } from './lights.ts'
import { mockNotices } from './notices.ts'
import { mockOnce } from './once.ts'
import { mockReadings } from './readings.ts'
import { mockRectifications } from './rectifications.ts'
import { mockRounds } from './rounds.ts'
import { mockSheets } from './sheets.ts'

const read = (request: IncomingMessage) =>
  new Promise<any>((done) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      try {
        done(JSON.parse(text || '{}'))
      } catch {
        done({})
      }
    })
  })

const people: Record<string, Any> = {
  supervisor: { name: '周明远', roles: ['SUPERVISOR'], unit: 0, title: '督导科科长' },
  secretary: { name: '林若溪', roles: ['SECRETARY'], unit: 0, title: '联席会议秘书' },
  convener: { name: '顾怀瑾', roles: ['CONVENER'], unit: 0, title: '召集人' },
  liaison: { name: '方晓岚', roles: ['LIAISON'], unit: 3, title: '联络员' },
  head: { name: '沈克勤', roles: ['UNIT_HEAD'], unit: 3, title: '局长' },
  admin: { name: '管理员', roles: ['ADMIN'], unit: null, title: null },
}

/** Answers like the services do, from made-up data, for working on the page alone. `?as=liaison` at sign-in picks who. */
export function mockApi(): Plugin {
  const readings = mockReadings()
  const sheets = mockSheets()
  const complaints = mockComplaints()
  const parts = [
    mockNotices(),
    mockBulletin(),
    mockRectifications(),
    complaints.handling,
    mockIndicators(),
    mockOnce(),
    mockAssessments(),
    mockLights(),
    mockRounds(),
    mockHandIns(),
    mockCounties(),
    mockComments(),
    mockEvidence(),
  ]
  let ahead = Date.parse('2026-11-23T09:30:00+08:00') - Date.now()

  return {
    name: 'mock-api',
    configureServer(server) {
      server.middlewares.use('/api', async (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://x')
        const path = url.pathname
        const q = (name: string) => url.searchParams.get(name) ?? ''
        const method = request.method ?? 'GET'
        const who = /mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
        const me = people[who]
        const answer = (body: unknown, status = 200) => {
          // What the made-up data leaves out is taken from the services' own documents.
          const promised = status < 300 && body !== undefined ? promisedOf(method, `/api${path}`) : null
          response.statusCode = status
          response.setHeader('Content-Type', 'application/json')
          response.end(body === undefined ? '' : JSON.stringify(promised ? completed(promised, body) : body))
        }
        const problem = (status: number, code: string, detail: string, errors: Any[] = []) =>
          answer(
            { type: `urn:duban:problem:${code}`, status, detail, errors, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
            status,
          )
        const list = (items: unknown[]) => answer({ items, next: null })
        const body =
          method === 'GET' || request.headers['content-type']?.startsWith('multipart') ? {} : await read(request)
        const unit = me && me.unit !== null ? data.ref(data.units[me.unit]!) : null
        const as = () => ({
          subject: who,
          name: me!.name,
          username: who,
          kind: 'PERSON',
          unit,
          posts: me!.title ? [{ id: 'p', title: me!.title, role: me!.roles[0], unit }] : [],
          roles: me!.roles,
          scopes: [],
          mustChangePassword: false,
          local: { clock: true, mailbox: 'http://127.0.0.1:8085' },
        })

        if (path === '/session/csrf') {
          response.setHeader('Set-Cookie', 'XSRF-TOKEN=x; Path=/')
          return answer(undefined, 204)
        }
        if (path === '/session' && method === 'POST') {
          if (!people[body.username]) return problem(401, 'wrong-credentials', '用户名或密码不正确')
          response.setHeader('Set-Cookie', `mock=${body.username}; Path=/`)
          return answer(undefined, 200)
        }
        if (path === '/session') {
          response.setHeader('Set-Cookie', 'mock=; Path=/')
          return answer(undefined, 204)
        }
        const open = complaints.feedback({ method, path, body })
        if (open) return answer(open.body, open.status)
        if (!me) return problem(401, 'unauthenticated', '请先登录')
        if (path === '/me') return answer(as())
        const asked: Asked = { method, path, body, q, who, name: me.name, unit }
        const held = contentOf(path)
        if (held) {
          response.setHeader('Content-Type', held.type)
          return response.end(held.content)
        }
        for (const part of parts) {
          const made = part(asked)
          if (made) return answer(made.body, made.status)
        }
        if (path === '/local/clock') {
          if (method === 'PUT')
            ahead = body.now
              ? Date.parse(`${body.now}:00+08:00`) - Date.now()
              : ahead + (body.advance === 'P7D' ? 7 : 1) * 86400000
          return answer({ now: new Date(Date.now() + ahead).toISOString(), offset: ahead })
        }
        if (path === '/alerts/stream') {
          response.setHeader('Content-Type', 'text/event-stream')
          response.write(`event: count\ndata: {"unread":3}\n\n`)
          return
        }
        if (path === '/alerts/count') return answer({ unread: 3 })
        if (path === '/alerts') return list(data.alerts.filter((alert) => q('state') !== 'unread' || !alert.readAt))
        if (path.startsWith('/alerts')) return answer(undefined, 204)

        if (path === '/tasks/groups') return answer({ items: data.groups(q('by')) })
        if (/^\/tasks\/[^/]+\/fields$/.test(path)) return answer({ items: data.fields })
        if (path === '/search') return list(data.found(q('kind') || 'TASK', q('q')))
        if (path === '/ledger-views' && method === 'POST') {
          const view = {
            ...body,
            id: `view-${data.views.length}`,
            version: 0,
            mine: true,
            ownerName: me.name,
            updatedAt: new Date().toISOString(),
          }
          data.views.push(view)
          return answer(view, 201)
        }
        if (path === '/ledger-views') return list(data.views)
        if (path.startsWith('/ledger-views/')) {
          const at = data.views.findIndex(({ id }) => path.endsWith(id))
          if (at < 0) return problem(404, 'view-not-found', '没有这个视图，或保存人已不再共享。')
          if (method === 'DELETE') {
            data.views.splice(at, 1)
            return answer(undefined, 204)
          }
          if (method === 'PUT') Object.assign(data.views[at]!, body, { version: data.views[at]!.version + 1 })
          return answer(data.views[at])
        }

        if (path === '/tasks/counts')
          return answer({
            overdue: 3,
            dueWithin7Days: 5,
            returned: 2,
            toAcknowledge: 4,
            toReview: 8,
            toVerify: 1,
            toExtend: 1,
            toSignOff: 1,
          })
        if (path === '/tasks') {
          const mine = q('unit') === 'me' ? unit?.id : q('unit')
          const items = data.tasks.filter(
            (task) =>
              (!q('plan') || task.planId === q('plan')) &&
              (!q('still') || task.stillSince) &&
              (!q('light') || q('light').split(',').includes(task.light)) &&
              (!q('state') || q('state').split(',').includes(task.state)) &&
              (!q('q') || task.title.includes(q('q'))) &&
              (!q('county') || task.countyId === q('county')) &&
              (!mine || [...task.leads, ...task.cooperators].some((one: Any) => one.id === mine)),
          )
          return list(items)
        }
        const task = data.tasks.find(({ id }) => path.startsWith(`/tasks/${id}`))
        if (task) {
          if (path.endsWith('/history'))
            return list([
              {
                at: '2026-11-22T16:32:00+08:00',
                by: '方晓岚',
                byUnit: '市医保局',
                action: 'REPORT',
                words: '进度 56%',
              },
              {
                at: '2026-11-20T09:05:00+08:00',
                by: '周明远',
                byUnit: '市卫生健康委',
                action: 'URGE',
                words: '请于本月 25 日前报送',
              },
              {
                at: '2026-03-06T09:00:00+08:00',
                by: '方晓岚',
                byUnit: '市医保局',
                action: 'ACKNOWLEDGE',
                words: null,
              },
              { at: '2026-03-05T10:12:00+08:00', by: '系统', byUnit: null, action: 'ASSIGN', words: null },
            ])
          return answer({
            ...task,
            parts: [
              ...task.leads.map((one: Any, n: number) => ({
                unit: one,
                part: 'LEAD',
                state: n ? 'ASSIGNED' : task.state === 'COMPLETION_SUBMITTED' ? 'COMPLETED' : 'IN_PROGRESS',
                acknowledgeBy: '2026-03-12',
                acknowledgedAt: n ? null : '2026-03-06T09:00:00+08:00',
                acknowledgedBy: n ? null : '方晓岚',
                progress: task.progress,
              })),
              ...task.cooperators.map((one: Any) => ({
                unit: one,
                part: 'COOPERATING',
                state: 'ASSIGNED',
                acknowledgeBy: '2026-03-12',
                acknowledgedAt: null,
                acknowledgedBy: null,
                progress: 0,
              })),
            ],
            reports: data.reports.filter(({ taskId }) => taskId === task.id),
            completionEvidence:
              task.state === 'COMPLETION_SUBMITTED'
                ? [
                    {
                      unitId: task.leads[0].id,
                      at: '2026-11-21T10:20:00+08:00',
                      by: '方晓岚',
                      current: true,
                      files: files.slice(0, 2),
                    },
                  ]
                : [],
            allowed:
              who === 'supervisor'
                ? task.state === 'COMPLETION_SUBMITTED'
                  ? ['VERIFY', 'RETURN', 'URGE', 'REVISE', 'SUSPEND']
                  : ['URGE', 'REVISE', 'SUSPEND', 'CASCADE', ...(task.dueOn ? ['EXTEND', 'REFUSE_EXTENSION'] : [])]
                : ['ACKNOWLEDGE', 'SUBMIT_COMPLETION', 'REQUEST_EXTENSION', 'DECOMPOSE'],
            cycle: task.kind === 'PERIODIC' ? { repeats: 'QUARTER', from: '2026-10-01', to: '2026-12-31' } : null,
            cycles:
              task.kind === 'PERIODIC'
                ? [{ from: '2026-07-01', to: '2026-09-30', dueOn: '2026-09-30', closedOn: '2026-09-25', progress: 100 }]
                : [],
            targets: task.indicators.map(({ text }: Any) => ({ text, reported: '71.5%', reached: false })),
            pieceOf: null,
            pieces:
              task.id === data.tasks[0]!.id
                ? data.tasks.slice(1, 3).map((piece) => ({ ...piece, weight: 1, givenBy: task.leads[0] }))
                : [],
            assignedOn: '2026-03-05',
            milestones: task.dueOn ? [{ name: '出台文件', dueOn: '2026-09-30', percent: 60, reachedOn: null }] : [],
            proposedMilestones: [],
            released: [],
            suspension: null,
            extensions: task.dueOn
              ? [
                  {
                    id: 'extension',
                    unit: task.leads[0],
                    dueOn: task.dueOn,
                    wantedOn: '2027-03-31',
                    reason: '征求意见尚未结束，需延期印发。',
                    state: 'OPEN',
                    requestedAt: '2026-11-20T09:00:00+08:00',
                    requestedBy: '方晓岚',
                    grantedOn: null,
                    opinion: null,
                    decidedAt: null,
                    decidedBy: null,
                  },
                ]
              : [],
          })
        }
        const shown = (report: Any): Any => ({
          ...report,
          allowed: [
            ...(report.unit.id === unit?.id && ['liaison', 'head'].includes(who) && report.state !== 'ACCEPTED'
              ? ['SUBMIT']
              : []),
            ...(who === 'head' && report.awaitsSignOff && report.unit.id === unit?.id
              ? ['SIGN_OFF', 'REFUSE_SIGN_OFF']
              : []),
            ...(who === 'supervisor' && report.state === 'SUBMITTED' ? ['ACCEPT', 'RETURN'] : []),
          ],
        })
        if (path === '/reports') {
          const mine = q('unit') === 'me' ? unit?.id : q('unit')
          return list(
            data.reports
              .map(shown)
              .filter(
                (report) =>
                  (!q('state') || q('state').toUpperCase().split(',').includes(report.state)) &&
                  (!mine || report.unit.id === mine) &&
                  (!q('period') || report.period === q('period')) &&
                  (!q('to-sign-off') || report.awaitsSignOff),
              ),
          )
        }
        const report = data.reports.find(({ id }) => path.startsWith(`/reports/${id}`))
        if (report) {
          if (method === 'PUT' && report.signOff && who !== 'head')
            Object.assign(report, {
              awaitsSignOff: true,
              version: report.version + 1,
              pending: {
                ...body,
                evidence: files.filter(({ id }) => body.evidence?.includes(id)),
                at: '2026-11-23T09:40:00+08:00',
                by: me.name,
                refusal: null,
              },
            })
          else if (method === 'PUT')
            Object.assign(report, body, {
              awaitsSignOff: false,
              pending: null,
              evidence: files.filter(({ id }) => body.evidence?.includes(id)),
              state: 'SUBMITTED',
              version: report.version + 1,
              submittedAt: '2026-11-23T09:40:00+08:00',
              submittedBy: me.name,
              onTime: true,
            })
          if (path.endsWith('/sign-off'))
            Object.assign(report, report.pending, {
              state: 'SUBMITTED',
              awaitsSignOff: false,
              pending: null,
              version: report.version + 1,
              submittedAt: '2026-11-23T09:40:00+08:00',
              submittedBy: report.pending.by,
              signedBy: me.name,
              onTime: true,
            })
          if (path.endsWith('/sign-off-refusal'))
            Object.assign(report, {
              awaitsSignOff: false,
              version: report.version + 1,
              pending: { ...report.pending, refusal: body.reason },
            })
          if (path.endsWith('/acceptance')) Object.assign(report, { state: 'ACCEPTED', version: report.version + 1 })
          if (path.endsWith('/return'))
            Object.assign(report, { state: 'RETURNED', version: report.version + 1, returnReason: body.reason })
          return answer(shown(report))
        }
        if (path === '/plans') return list(data.plans)
        const plan = data.plans.find(({ id }) => path === `/plans/${id}`)
        if (plan) return answer(plan)
        if (path === '/rounds') return list(data.rounds)
        if (path === '/overview/plans') return list(data.planFigures)
        if (path === '/overview') return answer(data.overview(q('period'), q('plan') || null))
        const made =
          readings.answer({ method, path, body }) ?? sheets({ method, path, body, state: q('state').toUpperCase() })
        if (made) return answer(made.body, made.status)
        if (path === '/units/registrations') {
          readings.register(body.names)
          return answer(
            {
              county: { id: 'c', name: body.county?.name },
              units: body.names.map((name: string) => ({
                id: name,
                name,
                shortName: name,
                aliases: [],
                level: 'COUNTY',
                county: null,
                retired: false,
                version: 1,
              })),
            },
            201,
          )
        }
        if (path === '/units') return list(data.units)
        if (path === '/counties') return list(data.counties)
        if (path.endsWith('/holders'))
          return list([
            { personId: 'a', name: '方晓岚', since: '2026-01-05', until: null },
            { personId: 'b', name: '罗清扬', since: '2023-06-01', until: '2026-01-04' },
          ])
        if (path === '/posts') return list(data.posts)
        if (path === '/persons')
          return list(
            data.posts.flatMap((post) =>
              post.holder ? [{ id: post.holder.personId, name: post.holder.name, phone: post.holder.phone }] : [],
            ),
          )
        if (path === '/mechanisms') return list([data.mechanism])
        if (path === '/meetings') return list(data.meetings)
        if (path === '/meetings/plenaries') return answer(data.plenaries(q('year')))
        const meeting = data.meetings.find(({ id }) => path.startsWith(`/meetings/${id}`))
        if (meeting) return answer(meeting)
        if (path === '/accounts' && method === 'POST')
          return answer({ ...data.accounts[0], username: body.username, initialPassword: 'Yunjiang-7391-Tq' }, 201)
        if (path === '/accounts') return list(data.accounts)
        if (path === '/clients') return list(data.clients)
        if (method === 'GET' && !path.includes('.'))
          return problem(404, 'not-found', '内容不存在，或不在您的查看范围内')
        return next()
      })
    },
  }
}
