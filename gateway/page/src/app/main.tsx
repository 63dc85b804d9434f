import '@/app/page.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { makeRouter } from '@/app/router'
import { theme } from '@/app/theme'
import { calm } from '@/components/calm'
import { onSignedOut, Problem } from '@/lib/http'
import { keys } from '@/lib/keys'
import '@/lib/time'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, reason) => {
        const { status } = Problem.of(reason)
        return times < 2 && (status === 0 || status >= 502)
      },
    },
  },
})
const router = makeRouter(client)

onSignedOut(() => {
  if (router.state.location.pathname === '/sign-in') return
  client.setQueryData(keys.me, null)
  router.navigate({ to: '/sign-in', search: { back: router.state.location.href } })
})

createRoot(document.getElementById('root')!).render(
  <ConfigProvider
    locale={zhCN}
    // Dialogs and lists hang outside the page's root, where the style sheet does not still them.
    theme={{ ...theme, token: { ...theme.token, motion: !calm() } }}
    button={{ autoInsertSpace: false }}
  >
    <App notification={{ placement: 'topRight' }}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </App>
  </ConfigProvider>,
)
