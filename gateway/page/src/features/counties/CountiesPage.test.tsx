import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CountiesPage } from '@/features/counties/CountiesPage'
import { answering, show } from '../../../test/render'

const office = { id: 'river', name: '临江县卫生健康局', shortName: '县卫生健康局', countyId: 'c1' }
const me = { name: '骆行舟', roles: ['COUNTY_OFFICE'], unit: office, local: { clock: false } }
const call = { planId: 'p1', planTitle: '市改革方案', dueOn: '2026-04-30', least: 1, counties: 1, lacking: ['临江县'] }
const none = { items: [], next: null }

test('a county that is only asked for items of its own has no plan whose tasks it could look at', async () => {
  const sent = answering({
    '/api/me': me,
    '/api/plans?limit=200': none,
    '/api/feature-calls?limit=200': { items: [call], next: null },
  })
  show(<CountiesPage />)
  expect(await screen.findByText('还没有市级计划')).toBeVisible()
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
  const link = await screen.findByText('临江县')
  expect(link.closest('a')?.getAttribute('href')).toBe('/ledger?plan=p1&county=c1&shares=true')
})

test('a return that is refused says why', async () => {
  const goal = {
    id: 'g1',
    version: 2,
    year: 2026,
    unit: office,
    planId: null,
    planTitle: null,
    text: '建成20家示范中医馆',
    measure: null,
    state: 'ASSESSED',
    done: 90,
    statement: '已建成18家',
    returnReason: null,
    verdict: null,
    opinion: null,
    allowed: ['RETURN'],
  }
  const refusal = { type: 'urn:duban:problem:not-allowed-now', detail: '这项年度目标目前已经评定，不能退回自评。' }
  answering({
    '/api/me': { ...me, roles: ['SUPERVISOR'] },
    '/api/goals?year=2026&limit=50': { items: [goal], next: null },
    '/api/units?retired=true&limit=200': none,
    'POST /api/goals/g1/return': () => new Response(JSON.stringify(refusal), { status: 409 }),
  })
  show(<CountiesPage />, '/?view=goals&year=2026')
  await userEvent.click(await screen.findByText('退回'))
  await userEvent.click(await screen.findByLabelText('退回原因'))
  await userEvent.paste('请附凭证')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('这项年度目标目前已经评定，不能退回自评。')).toBeVisible()
})
