import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CountiesPage } from '@/features/counties/CountiesPage'
import { useReturnGoal } from '@/lib/requests/goals'
import { answering, show } from '../../../test/render'

// A dialog is slow to stand on a busy machine.
const busy = { timeout: 15_000 }
vi.setConfig({ testTimeout: 30_000 })

const office = { id: 'river', name: '临江县卫生健康局', shortName: '县卫生健康局', countyId: 'c1' }
const me = { name: '骆行舟', roles: ['COUNTY_OFFICE'], unit: office }
const call = { planId: 'p1', planTitle: '市改革方案', dueOn: '2026-04-30', least: 1, counties: 1, lacking: ['临江县'] }
const none = { items: [], next: null }

test('a county that is only asked for items of its own has no plan whose tasks it could look at', async () => {
  const sent = answering({
    '/api/me': me,
    '/api/plans?limit=200': none,
    '/api/feature-calls?limit=200': { items: [call], next: null },
  })
  show(<CountiesPage />)
  expect(await screen.findByText('还没有市级计划', {}, busy)).toBeVisible()
  expect(sent.map(({ path }) => path)).not.toContain('/api/plans/p1/counties')
})

test('a county’s name opens the rows that are counted', async () => {
  answering({
    '/api/me': me,
    '/api/plans?limit=200': { items: [{ id: 'p1', title: '市改革方案', countyId: null }], next: null },
    '/api/feature-calls?limit=200': none,
    '/api/plans/p1/counties': {
      items: [{ county: 'c1', name: '临江县', office, tasks: 2, closed: 0, progress: 10, lights: { GREEN: 2 } }],
    },
    '/api/plans/p1/county-tasks?limit=50': none,
  })
  show(<CountiesPage />)
  const link = await screen.findByText('临江县', {}, busy)
  expect(link.closest('a')?.getAttribute('href')).toBe('/ledger?plan=p1&county=c1&shares=true')
})

function Returning() {
  const back = useReturnGoal()
  return (
    <button type="button" onClick={() => back.mutate({ id: 'g1', version: 2, reason: '请附凭证' })}>
      退回自评
    </button>
  )
}

test('a return that is refused says why', async () => {
  const refusal = { type: 'urn:duban:problem:not-allowed-now', detail: '这项年度目标目前已经评定，不能退回自评。' }
  answering({ 'POST /api/goals/g1/return': () => new Response(JSON.stringify(refusal), { status: 409 }) })
  show(<Returning />)
  await userEvent.click(await screen.findByText('退回自评', {}, busy))
  expect(await screen.findByText(refusal.detail, {}, busy)).toBeInTheDocument()
})
