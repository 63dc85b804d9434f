import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { parseSearch, stringifySearch } from '@/lib/address'

/** Shows something as the page does: with a query client, messages and an address. */
export function show(what: ReactNode, address = '/') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const root = createRootRoute()
  const every = createRoute({ getParentRoute: () => root, path: '$', component: () => what })
  const index = createRoute({ getParentRoute: () => root, path: '/', component: () => what })
  const router = createRouter({
    routeTree: root.addChildren([index, every]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  })
  const view = render(
    <App>
      <QueryClientProvider client={client}>
        {/* biome-ignore lint/suspicious/noExplicitAny: a router of its own, not the page's */}
        <RouterProvider router={router as any} />
      </QueryClientProvider>
    </App>,
  )
  return { ...view, client, router }
}

/** Answers to what the page asks; what it sent is kept. */
export function answering(answers: Record<string, unknown>) {
  const sent: { method: string; path: string; headers: Headers; body: unknown }[] = []
  globalThis.fetch = (async (input: string, init: RequestInit = {}) => {
    const path = String(input)
    const method = init.method ?? 'GET'
    sent.push({
      method,
      path,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    })
    const answer = answers[`${method} ${path}`] ?? answers[path]
    const value = typeof answer === 'function' ? answer() : answer
    if (value instanceof Response) return value
    if (value === undefined) return new Response(JSON.stringify({ detail: '内容不存在' }), { status: 404 })
    return new Response(JSON.stringify(value), { status: 200 })
  }) as typeof fetch
  return sent
}
