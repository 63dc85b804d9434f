import { Readable } from 'node:stream'
import type { ViteDevServer } from 'vite'
import { beforeEach, expect, test } from 'vitest'
import * as data from './data'
import { completed, faultsOf, promisedOf } from './documents'
import { files } from './evidence'
import { indicators } from './indicators'
import { makeReading } from './readingSample'
import { mockApi } from './server'

type Handler = (request: unknown, response: unknown, next: () => void) => void
let handler: Handler

beforeEach(() => {
  const use = (_: string, given: Handler) => {
    handler = given
  }
  const { configureServer } = mockApi() as unknown as { configureServer: (server: ViteDevServer) => void }
  configureServer({ middlewares: { use } } as unknown as ViteDevServer)
})

async function ask(path: string, method = 'GET', body: unknown = undefined, who = 'supervisor') {
  const request = Object.assign(Readable.from(body === undefined ? [] : [JSON.stringify(body)]), {
    url: path,
    method,
    headers: { cookie: `mock=${who}`, 'content-type': 'application/json' },
  })
  return new Promise<{ status: number; body: any }>((done) => {
    const response = {
      statusCode: 200,
      setHeader: () => {},
      end: (text: string) => done({ status: response.statusCode, body: text ? JSON.parse(text) : undefined }),
    }
    handler(request, response, () => done({ status: 404, body: undefined }))
  })
}

async function faults(path: string, method = 'GET', body: unknown = undefined, who = 'supervisor') {
  const answer = await ask(path, method, body, who)
  expect(answer.status, `${method} ${path}`).toBeLessThan(300)
  const promised = promisedOf(method, `/api${path.split('?')[0]}`)
  expect(promised, `${method} ${path} is documented`).not.toBeNull()
  return faultsOf(promised!, answer.body)
}

test.each([
  '/me',
  '/local/clock',
  '/alerts?state=all',
  '/alerts/count',
  '/tasks',
  '/tasks/counts',
  `/tasks/${data.tasks[0]!.id}`,
  `/tasks/${data.tasks[0]!.id}/history`,
  `/tasks/${data.tasks[0]!.id}/comments`,
  `/tasks/${data.tasks[0]!.id}/watch`,
  '/reports',
  `/reports/${data.reports[0]!.id}`,
  '/plans',
  `/plans/${data.plans[0]!.id}`,
  '/rounds',
  '/overview?period=2026-11',
  '/overview/plans?period=2026-11',
  '/tasks/groups?by=UNIT',
  '/tasks/groups?by=LIGHT',
  `/tasks/${data.tasks[0]!.id}/fields`,
  '/search?q=医保&kind=TASK',
  '/search?q=医保&kind=REPORT',
  '/ledger-views',
  `/ledger-views/${data.views[0]!.id}`,
  '/notices',
  `/rounds/${data.rounds[0]!.id}/bulletin`,
  `/notices/${data.id(31, 1)}`,
  `/tasks/${data.tasks[0]!.id}/urgings`,
  `/plans/${data.plans[0]!.id}/escalation`,
  `/plans/${data.plans[0]!.id}/round-rules`,
  `/rounds/${data.rounds[0]!.id}/facts`,
  `/rounds/${data.rounds[0]!.id}`,
  '/hand-ins',
  '/hand-ins?year=2026',
  `/hand-ins/${data.id(21, 1)}`,
  `/plans/${data.plans[0]!.id}/yearly-artefacts`,
  `/reports/${data.reports[0]!.id}/contributions`,
  '/evidence/limits',
  `/evidence/${files[0]!.id}`,
  `/evidence/${files[3]!.id}/text`,
  '/rectifications',
  '/rectifications/counts',
  `/rectifications/${data.id(41, 6)}`,
  '/complaints',
  '/complaints/satisfaction',
  `/complaints/${data.id(42, 5)}`,
  `/complaints/${data.id(42, 5)}/contact`,
  '/feedback/form',
  '/indicators',
  '/indicators/counts',
  '/indicators/same',
  `/indicators/${indicators[0]!.id}`,
  `/indicators/${indicators[0]!.id}/history`,
  `/reports/${data.reports[0]!.id}/indicators`,
  '/light-rules',
  `/plans/${data.plans[0]!.id}/light-rules`,
  `/plans/${data.plans[0]!.id}/counties`,
  `/plans/${data.plans[0]!.id}/county-tasks`,
  '/feature-calls',
  `/feature-calls/${data.plans[0]!.id}`,
  '/goals',
  '/reports/spared',
  `/tasks/follow-ups?meeting=${data.meetings[0]!.id}`,
  `/reports/${data.reports[0]!.id}/answers`,
  `/tasks/${data.tasks[0]!.id}/same`,
  `/plans/${data.plans[0]!.id}/same-tasks`,
  '/assessments/2026-10',
  '/assessments/2026-11',
  `/assessments/2026-11/units/${data.units[0]!.id}`,
  `/assessment-sheets/${data.id(51, 4)}`,
  '/assessment-appeals',
  '/scoring-rules',
  '/plan-readings',
  '/plan-readings/one',
  '/ledger-imports',
  '/ledger-imports/one',
  '/ledger-imports/one/rows?state=CREATE',
  '/units',
  '/counties',
  '/posts',
  `/posts/${data.posts[0]!.id}/holders`,
  '/persons',
  '/mechanisms',
  '/meetings',
  '/meetings/plenaries?year=2026',
  `/meetings/${data.meetings[0]!.id}`,
  '/accounts',
  '/clients',
])('the mock answers %s as its document promises', async (path) => {
  expect(await faults(path)).toEqual([])
})

test('a document is read, adopted in parts, and read again as a newer version', async () => {
  expect(await faults('/plan-readings', 'POST')).toEqual([])
  expect(await faults('/plan-readings/one/adoption', 'POST', { ordinals: [1, 2] })).toEqual([])
  const part = (await ask('/plan-readings/one')).body
  expect(part).toMatchObject({ state: 'OPEN', previous: null })
  expect(part.tasks.filter(({ taskId }: { taskId: string | null }) => taskId)).toHaveLength(2)
  await ask('/plan-readings/one/adoption', 'POST', {})
  expect((await ask('/plan-readings/one')).body.state).toBe('ADOPTED')

  expect(await faults('/plan-readings', 'POST')).toEqual([])
  const newer = (await ask('/plan-readings/one')).body
  expect(newer.previous.reason).toBe('发文字号相同')
  expect(new Set(newer.tasks.map(({ sameAs }: { sameAs: { change: string } }) => sameAs.change))).toEqual(
    new Set(['SAME', 'CHANGED', 'NEW']),
  )
})

test('a file is uploaded and goes with a report', async () => {
  expect(await faults('/evidence', 'POST', undefined, 'liaison')).toEqual([])
  const { id } = files.at(-1)!
  const words = { progress: 60, done: '完成验收', problems: null, next: null, indicators: [], evidence: [id] }
  const report = `/reports/${data.reports[0]!.id}`
  expect(await faults(report, 'PUT', words, 'liaison')).toEqual([])
  expect((await ask(report)).body.evidence).toMatchObject([{ id }])
})

test('rules of lights are tried', async () => {
  const asked = { plan: null, rules: [], from: '2026-09', to: '2026-11' }
  expect(await faults('/light-rule-trials', 'POST', asked)).toEqual([])
})

test('a sheet comes in, its unit is named, and it is imported', async () => {
  expect(await faults('/ledger-imports', 'POST')).toEqual([])
  expect(await faults('/ledger-imports/one', 'PATCH', { newPlanTitle: '台账' })).toEqual([])
  expect(await faults('/ledger-imports/one/aliases', 'PUT', { name: '市卫健委员会', unitId: 'u' })).toEqual([])
  expect(await faults('/ledger-imports/one/adoption', 'POST', { dryRun: true })).toEqual([])
  expect(await faults('/ledger-imports/one/adoption', 'POST', { dryRun: false })).toEqual([])
  expect((await ask('/ledger-imports/one')).body).toMatchObject({ state: 'ADOPTED', outcome: { created: 6 } })
})

test('a notice is issued, received, answered and appealed', async () => {
  const notice = `/notices/${data.id(31, 1)}`
  expect((await ask(notice)).body.allowed).toEqual(['ISSUE', 'DISMISS'])
  expect(await faults(`${notice}/issue`, 'POST', { demand: '请报送。', replyBy: '2026-11-30' })).toEqual([])
  expect(await faults(`${notice}/receipt`, 'POST', {}, 'liaison')).toEqual([])
  expect(await faults(`${notice}/reply`, 'POST', { words: '已补报' }, 'liaison')).toEqual([])
  expect(await faults(`${notice}/appeal`, 'POST', { reason: '当日系统故障' }, 'liaison')).toEqual([])
  expect(await faults(`${notice}/appeal-decision`, 'POST', { withdraw: true, opinion: '属实' })).toEqual([])
  expect((await ask(notice)).body).toMatchObject({ state: 'WITHDRAWN', reply: { words: '已补报' } })
})

test('a comment is written, read, and taken back by who wrote it', async () => {
  const comments = `/tasks/${data.tasks[0]!.id}/comments`
  expect(await faults(comments, 'POST', { text: '请补充。', units: [], supervisors: true })).toEqual([])
  const [comment] = (await ask(comments)).body.items
  expect(comment).toMatchObject({ words: '请补充。', supervisors: true, mine: true, withdrawable: true })
  expect((await ask(comments, 'GET', undefined, 'liaison')).body.items[0].withdrawable).toBe(false)
  expect(await faults(`/comments/${comment.id}/withdrawal`, 'POST', {})).toEqual([])
  expect((await ask(`/comments/${comment.id}`)).body).toMatchObject({ words: null, withdrawable: false })
})

test('who watches a task ceases to', async () => {
  const watch = `/tasks/${data.tasks[0]!.id}/watch`
  expect(await faults(watch, 'PUT', {})).toEqual([])
  expect((await ask(watch)).body.watching).toBe(true)
  expect((await ask(watch, 'GET', undefined, 'liaison')).body.watching).toBe(false)
  await ask(watch, 'DELETE')
  expect((await ask(watch)).body.watching).toBe(false)
})

test('a bulletin is written and issued, and then stands', async () => {
  const bulletin = `/rounds/${data.rounds[0]!.id}/bulletin`
  const { texts } = (await ask(bulletin)).body
  expect(await faults(bulletin, 'PUT', { ...texts, remarks: '总体平稳。' })).toEqual([])
  expect(await faults(`${bulletin}/issue`, 'POST', { mark: 'a' })).toEqual([])
  expect((await ask(bulletin)).body).toMatchObject({ issued: true, mayEdit: false, texts: { remarks: '总体平稳。' } })
})

test('a problem is registered, planned, agreed, put right, closed and still holds', async () => {
  const opening = { source: 'INSPECTION', foundOn: '2026-11-20', problem: '台账不全', unitId: data.units[3]!.id }
  expect(await faults('/rectifications', 'POST', opening)).toEqual([])
  const { id } = (await ask('/rectifications?q=台账不全')).body.items[0]
  const item = `/rectifications/${id}`
  expect((await ask(item, 'GET', undefined, 'liaison')).body.allowed).toEqual(['SUBMIT_PLAN'])
  const plan = { cause: '无人负责', measure: '指定专人', dueOn: '2026-12-10' }
  expect(await faults(`${item}/plan`, 'POST', plan, 'liaison')).toEqual([])
  expect(await faults(`${item}/plan/agreement`, 'POST', {})).toEqual([])
  expect(await faults(`${item}/completion`, 'POST', { statement: '已补齐' }, 'liaison')).toEqual([])
  expect(await faults(`${item}/reinspection`, 'POST', { passed: true, followUpMonths: 6 })).toEqual([])
  expect(await faults(`${item}/follow-up`, 'POST', { held: true, words: '未见反弹' })).toEqual([])
  const { state, history } = (await ask(item)).body
  expect(state).toBe('HELD')
  expect(history.map(({ action }: { action: string }) => action)).toEqual([
    'HOLD',
    'PASS',
    'COMPLETE',
    'AGREE_PLAN',
    'SUBMIT_PLAN',
    'OPEN',
  ])
})

test('a score is appealed against and the appeal decided', async () => {
  const appeal = { lineId: data.id(52, 300), words: '有误' }
  expect(await faults('/assessment-appeals', 'POST', appeal, 'liaison')).toEqual([])
  const { id, allowed } = (await ask('/assessment-appeals')).body.items[0]
  expect(allowed).toEqual(['DECIDE'])
  const decision = { upheld: true, restored: 5, words: '属实' }
  expect(await faults(`/assessment-appeals/${id}/decision`, 'POST', decision)).toEqual([])
  expect((await ask(`/assessment-appeals/${id}`)).body).toMatchObject({ state: 'UPHELD', restored: 5 })
})

test('scoring rules are tried and adopted', async () => {
  const { rules } = (await ask('/scoring-rules')).body
  expect(await faults('/scoring-rule-trials', 'POST', { rules, month: '2026-10' })).toEqual([])
  const change = { rules, from: '2026-12', reason: '从严考核' }
  expect(await faults('/scoring-rules', 'PUT', change)).toEqual([])
  expect((await ask('/scoring-rules')).body.adoptions).toHaveLength(1)
})

test('two tasks are found to be the same', async () => {
  const task = `/tasks/${data.tasks[0]!.id}/same`
  const { likely } = (await ask(task)).body
  expect(await faults(`${task}/${likely[0].task.id}`, 'PUT', { same: true })).toEqual([])
  expect((await ask(task)).body).toMatchObject({ same: [{ id: likely[0].task.id }], likely: [] })
})

test('a list of problems is checked without being kept, then registered', async () => {
  const before = (await ask('/rectifications')).body.items.length
  const batch = { source: 'EXPERT', foundOn: '2026-11-20', items: [{ problem: '台账不全', unit: '市医保局' }] }
  expect(await faults('/rectifications/batch?dryRun=true', 'POST', batch)).toEqual([])
  expect((await ask('/rectifications')).body.items).toHaveLength(before)
  expect((await ask('/rectifications/batch', 'POST', batch)).body).toMatchObject({ count: 1 })
  expect((await ask('/rectifications')).body.items).toHaveLength(before + 1)
})

test('a complaint is filed without signing in, given, answered, and rated by its code', async () => {
  const filing = { kind: 'COMPLAINT', content: '缴费窗口只开了一个', challenge: 'mock', proof: '1', retryKey: 'a' }
  expect(await faults('/feedback', 'POST', filing, '')).toEqual([])
  const { code } = (await ask('/feedback', 'POST', filing, '')).body
  const { id } = (await ask('/complaints')).body.items[0]
  const item = `/complaints/${id}`
  expect(await faults(`${item}/verification`, 'POST', {})).toEqual([])
  expect(await faults(`${item}/giving`, 'POST', { unitId: data.units[3]!.id })).toEqual([])
  expect(await faults(`${item}/answer`, 'POST', { answer: '已增开窗口' }, 'liaison')).toEqual([])
  expect((await ask('/feedback/query', 'POST', { code }, '')).body.answer).toBeNull()
  expect(await faults(`${item}/answer/approval`, 'POST', {})).toEqual([])
  expect((await ask('/feedback/query', 'POST', { code }, '')).body.answer).toBe('已增开窗口')
  expect(await faults('/feedback/rating', 'POST', { code, rating: 5 }, '')).toEqual([])
  expect((await ask(item)).body).toMatchObject({ state: 'RATED', rating: 5, handler: '周明远' })
  expect((await ask('/feedback/query', 'POST', { code: 'X' }, '')).status).toBe(404)
  expect((await ask('/complaints', 'GET', undefined, '')).status).toBe(401)
})

test('an answer that is not what was promised is noticed, one that leaves something out is completed', () => {
  const promised = promisedOf('GET', '/api/plan-readings/one')!
  expect(faultsOf(promised, { ...makeReading(), text: 7 })).toContain('.text: 7 is no string')
  expect(faultsOf(promised, { ...makeReading(), gone: undefined })).toContain('.gone is missing')
  expect(completed(promised, makeReading())).toMatchObject({ gone: [], previous: null, undoable: null })
})
