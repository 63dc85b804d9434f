import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SameTasks } from '@/features/ledger/SameTasks'
import { answering, show } from '../../../test/render'

const task = (id: string, title: string) => ({
  id,
  ordinal: 1,
  title,
  planId: 'p',
  planTitle: '健康县方案',
  dueOn: null,
})

test('who parts one of two others is told so, although another stays the same', async () => {
  const two = { same: [task('b', '建成中医馆'), task('c', '建设中医馆')], likely: [], mayDecide: true }
  const sent = answering({
    '/api/tasks/a/same': two,
    'PUT /api/tasks/a/same/b': { ...two, same: [task('c', '建设中医馆')] },
  })
  show(<SameTasks id="a" />)
  await userEvent.click((await screen.findAllByText('改为分别报送'))[0]!)
  expect(await screen.findByText('已记下，分别报送')).toBeInTheDocument()
  expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ same: false })
})
