import { Readable } from 'node:stream'
import type { ViteDevServer } from 'vite'
import { beforeEach, expect, test } from 'vitest'
import * as data from './data'
import { completed, faultsOf, promisedOf } from './documents'
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

async function ask(path: string, method = 'GET', body: unknown = undefined) {
  const request = Object.assign(Readable.from(body === undefined ? [] : [JSON.stringify(body)]), {
    url: path,
    method,
    headers: { cookie: 'mock=supervisor', 'content-type': 'application/json' },
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

async function faults(path: string, method = 'GET', body: unknown = undefined) {
  const answer = await ask(path, method, body)
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
  '/reports',
  `/reports/${data.reports[0]!.id}`,
  '/plans',
  `/plans/${data.plans[0]!.id}`,
  '/rounds',
  '/overview?period=2026-11',
  '/notices',
  `/rounds/${data.rounds[0]!.id}/bulletin`,
  `/notices/${data.notices[0]!.id}`,
  `/tasks/${data.tasks[0]!.id}/urgings`,
  `/plans/${data.plans[0]!.id}/escalation`,
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

test('a sheet comes in, its unit is named, and it is imported', async () => {
  expect(await faults('/ledger-imports', 'POST')).toEqual([])
  expect(await faults('/ledger-imports/one', 'PATCH', { newPlanTitle: '台账' })).toEqual([])
  expect(await faults('/ledger-imports/one/aliases', 'PUT', { name: '市卫健委员会', unitId: 'u' })).toEqual([])
  expect(await faults('/ledger-imports/one/adoption', 'POST', { dryRun: true })).toEqual([])
  expect(await faults('/ledger-imports/one/adoption', 'POST', { dryRun: false })).toEqual([])
  expect((await ask('/ledger-imports/one')).body).toMatchObject({ state: 'ADOPTED', outcome: { created: 6 } })
})

test('an answer that is not what was promised is noticed, one that leaves something out is completed', () => {
  const promised = promisedOf('GET', '/api/plan-readings/one')!
  expect(faultsOf(promised, { ...data.makeReading(), text: 7 })).toContain('.text: 7 is no string')
  expect(faultsOf(promised, { ...data.makeReading(), gone: undefined })).toContain('.gone is missing')
  expect(completed(promised, data.makeReading())).toMatchObject({ gone: [], previous: null, undoable: null })
})
