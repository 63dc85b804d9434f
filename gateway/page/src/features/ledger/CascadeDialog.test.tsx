import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CascadeDialog } from '@/features/ledger/CascadeDialog'
import type { Task } from '@/lib/api/types'
import { answering, show } from '../../../test/render'

// A dialog is slow to stand on a busy machine.
const busy = { timeout: 15_000 }
vi.setConfig({ testTimeout: 30_000 })

const unit = { id: 'health', name: '市卫生健康委', shortName: '市卫生健康委', countyId: null }
const task = { id: 't1', version: 3, planId: 'p1', standing: false, dueOn: '2026-10-31', leads: [unit], pieces: [] }
const me = { name: '林秋实', roles: ['LIAISON'], unit }
const office = { id: 'river', name: '临江县卫生健康局', shortName: '县卫生健康局', countyId: 'c1' }

const open = () => show(<CascadeDialog task={task as unknown as Task} onClose={() => {}} />)

test('the unit that leads a task gives it to the counties', async () => {
  const sent = answering({
    '/api/me': me,
    '/api/tasks/t1/cascade': {
      items: [
        { county: 'c1', name: '临江县', office },
        { county: 'c2', name: '云山县', office: { ...office, id: 'cloud', countyId: 'c2' } },
      ],
    },
    'POST /api/tasks/t1/cascade': {},
  })
  open()
  await userEvent.click(await screen.findByText('临江县', {}, busy))
  await userEvent.click(screen.getByText(/^下\s*达$/))
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true), busy)
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    counties: [{ county: 'c1', unit: null }],
    under: null,
    dueOn: '2026-10-31',
  })
  expect(sent.map(({ path }) => path)).not.toContain('/api/plans/p1/counties')
})

test('who has nothing to choose is told why', async () => {
  answering({ '/api/me': me, '/api/tasks/t1/cascade': { items: [] } })
  open()
  expect(await screen.findByText('没有可分解的县区', {}, busy)).toBeInTheDocument()
})

test('counties that cannot be read are not an empty choice', async () => {
  answering({ '/api/me': me })
  open()
  expect(await screen.findByText('内容不存在', {}, busy)).toBeInTheDocument()
  expect(screen.queryByText('没有可分解的县区')).not.toBeInTheDocument()
})
