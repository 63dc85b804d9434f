import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Button, Result, Skeleton } from 'antd'
import { Frame } from '@/app/Frame'
import { ProblemView } from '@/components/ProblemView'
import { ForcedPasswordPage } from '@/features/session/ChangePassword'
import { SignInPage } from '@/features/session/SignInPage'
import { parseSearch, stringifySearch } from '@/lib/address'
import { clockQuery } from '@/lib/requests/clock'
import { meQuery } from '@/lib/requests/me'

type Context = { client: QueryClient }
type Words = Record<string, string | undefined>

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: () => (
    <Result
      status="404"
      title="没有这个页面"
      subTitle="地址可能有误，或内容已移走"
      extra={<Button href="/">回到我的待办</Button>}
    />
  ),
  errorComponent: ({ error, reset }) => (
    <div style={{ padding: 24 }}>
      <ProblemView reason={error} retry={reset} />
    </div>
  ),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Words): { back?: string } => ({ back: search.back }),
  component: SignInPage,
})
const password = createRoute({ getParentRoute: () => root, path: '/password', component: ForcedPasswordPage })

// For the public: no menu, and nobody is asked to sign in.
const feedback = createRoute({
  getParentRoute: () => root,
  path: '/feedback',
  component: lazyRouteComponent(() => import('@/features/feedback/FeedbackPage'), 'FeedbackPage'),
})
const feedbackQuery = createRoute({
  getParentRoute: () => root,
  path: '/feedback/query',
  component: lazyRouteComponent(() => import('@/features/feedback/QueryPage'), 'FeedbackQueryPage'),
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meQuery)
    if (!me) throw redirect({ to: '/sign-in', search: { back: location.href === '/' ? undefined : location.href } })
    if (me.mustChangePassword) throw redirect({ to: '/password' })
    if (me.local.clock) await context.client.ensureQueryData(clockQuery).catch(() => undefined)
  },
  component: Frame,
})

const words = (search: Words): Words => search
const page = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    validateSearch: words,
    component: lazyRouteComponent(load as () => Promise<Record<string, React.ComponentType>>, name),
  })

const tree = root.addChildren([
  signIn,
  password,
  feedback,
  feedbackQuery,
  frame.addChildren([
    page('/', () => import('@/features/todo/TodoPage'), 'TodoPage'),
    page('/dashboard', () => import('@/features/dashboard/DashboardPage'), 'DashboardPage'),
    page('/ledger', () => import('@/features/ledger/LedgerPage'), 'LedgerPage'),
    page('/search', () => import('@/features/search/SearchPage'), 'SearchPage'),
    page('/ledger/import', () => import('@/features/sheets/UploadPage'), 'UploadPage'),
    page('/ledger/imports/$id', () => import('@/features/sheets/ReviewPage'), 'SheetReviewPage'),
    page('/tasks/$id', () => import('@/features/ledger/TaskPage'), 'TaskPage'),
    page('/reports', () => import('@/features/reports/ReportsPage'), 'ReportsPage'),
    page('/reports/spared', () => import('@/features/reports/SparedPage'), 'SparedPage'),
    page('/reports/$id', () => import('@/features/reports/ReportPage'), 'ReportPage'),
    page('/review', () => import('@/features/reports/ReviewPage'), 'ReviewPage'),
    page('/rounds', () => import('@/features/rounds/RoundsPage'), 'RoundsPage'),
    page('/hand-ins', () => import('@/features/handins/HandInsPage'), 'HandInsPage'),
    page('/hand-ins/yearly', () => import('@/features/handins/YearlyPage'), 'YearlyPage'),
    page('/hand-ins/$id', () => import('@/features/handins/HandInPage'), 'HandInPage'),
    page('/rounds/$id/facts', () => import('@/features/rounds/FactsPage'), 'FactsPage'),
    page('/rounds/$id/bulletin', () => import('@/features/bulletin/BulletinPage'), 'BulletinPage'),
    page('/notices', () => import('@/features/notices/NoticesPage'), 'NoticesPage'),
    page('/notices/$id', () => import('@/features/notices/NoticePage'), 'NoticePage'),
    page('/light-rules', () => import('@/features/lights/LightRulesPage'), 'LightRulesPage'),
    page('/counties', () => import('@/features/counties/CountiesPage'), 'CountiesPage'),
    page('/plans', () => import('@/features/plans/PlansPage'), 'PlansPage'),
    page('/plans/import', () => import('@/features/plans/ImportPage'), 'ImportPage'),
    page('/plans/$id/same', () => import('@/features/plans/SameTasksPage'), 'SameTasksPage'),
    page('/plans/readings/$id', () => import('@/features/plans/ReadingPage'), 'ReadingPage'),
    page('/rectifications', () => import('@/features/rectifications/RectificationsPage'), 'RectificationsPage'),
    page('/rectifications/import', () => import('@/features/rectifications/ImportPage'), 'RectificationImportPage'),
    page('/rectifications/$id', () => import('@/features/rectifications/RectificationPage'), 'RectificationPage'),
    page('/complaints', () => import('@/features/complaints/ComplaintsPage'), 'ComplaintsPage'),
    page('/complaints/$id', () => import('@/features/complaints/ComplaintPage'), 'ComplaintPage'),
    page('/indicators', () => import('@/features/indicators/IndicatorsPage'), 'IndicatorsPage'),
    page('/indicators/$id', () => import('@/features/indicators/IndicatorPage'), 'IndicatorPage'),
    page('/assessments', () => import('@/features/assessments/AssessmentsPage'), 'AssessmentsPage'),
    page('/assessments/rules', () => import('@/features/assessments/RulesPage'), 'ScoringRulesPage'),
    page('/assessments/appeals', () => import('@/features/assessments/AppealsPage'), 'AppealsPage'),
    page('/assessments/sheets/$id', () => import('@/features/assessments/SheetPage'), 'SheetPage'),
    page('/assessments/months/$month/$unit', () => import('@/features/assessments/SheetPage'), 'MonthSheetPage'),
    page('/meetings', () => import('@/features/meetings/MeetingsPage'), 'MeetingsPage'),
    page('/meetings/$id', () => import('@/features/meetings/MeetingPage'), 'MeetingPage'),
    page('/directory', () => import('@/features/directory/DirectoryPage'), 'DirectoryPage'),
    page('/accounts', () => import('@/features/accounts/AccountsPage'), 'AccountsPage'),
    page('/alerts', () => import('@/features/alerts/AlertsPage'), 'AlertsPage'),
  ]),
])

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: () => <Skeleton active style={{ padding: 24 }} />,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
