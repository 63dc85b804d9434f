import { expect, test } from 'vitest'
import { address, http, Problem } from '@/lib/http'
import { answering } from '../../test/render'

test('an empty word is left out of an address', () => {
  expect(address('/api/tasks', { q: '', light: 'RED', plan: undefined })).toBe('/api/tasks?light=RED')
})

test('a retry after a lost answer keeps its key, an answered attempt does not', async () => {
  let lost = true
  const sent = answering({
    'POST /api/plans': () => {
      if (lost) throw new TypeError('Failed to fetch')
      return {}
    },
  })
  await expect(http.post('/api/plans', { a: 1 })).rejects.toThrow('网络不通，请检查连接后重试')
  lost = false
  await http.post('/api/plans', { a: 1 })
  await http.post('/api/plans', { a: 1 })
  const keys = sent.filter(({ method }) => method === 'POST').map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('an answer that is no problem detail still says something in Chinese', async () => {
  answering({ '/api/plans': () => new Response('<html>Bad Gateway</html>', { status: 502 }) })
  const problem = await http.get('/api/plans').catch(Problem.of)
  expect(problem).toMatchObject({ status: 502, detail: '后台服务暂时没有应答，请稍后再试' })
})

test('an outdated CSRF token is renewed and the change sent once more', async () => {
  let times = 0
  const sent = answering({
    '/api/session/csrf': () => new Response(null, { status: 204 }),
    'POST /api/rounds': () =>
      times++ === 0
        ? new Response(JSON.stringify({ type: 'urn:duban:problem:csrf', detail: '页面已过期' }), { status: 403 })
        : { ok: true },
  })
  await expect(http.post('/api/rounds', {})).resolves.toEqual({ ok: true })
  expect(sent.filter(({ path }) => path === '/api/rounds')).toHaveLength(2)
})
