import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { makeRouter } from '@/app/router'
import { keys } from '@/lib/keys'
import { answering } from '../../test/render'

const me = { name: '周明远', roles: ['SUPERVISOR'], posts: [], unit: null, mustChangePassword: false }

test('the training clock is known before a page asks for its month', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answering({
    '/api/me': { ...me, local: { clock: true, mailbox: null } },
    '/api/local/clock': { now: '2023-03-13T09:00:00+08:00', offset: 0 },
  })
  window.history.replaceState(null, '', '/assessments')
  await makeRouter(client).load()
  expect(client.getQueryData(keys.clock)).toBeDefined()
})

test('a page opens where the training clock does not answer', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answering({ '/api/me': { ...me, local: { clock: true, mailbox: null } } })
  window.history.replaceState(null, '', '/assessments')
  const router = makeRouter(client)
  await router.load()
  expect(router.state.location.pathname).toBe('/assessments')
  expect(router.state.matches.every(({ status }) => status === 'success')).toBe(true)
})
