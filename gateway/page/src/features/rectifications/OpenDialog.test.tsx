import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { OpenDialog } from '@/features/rectifications/OpenDialog'
import { answering, show } from '../../../test/render'

const me = {
  name: '阮知秋',
  roles: ['LIAISON'],
  posts: [],
  unit: { id: 'u1', name: '云江市医疗保障局', shortName: '市医保局' },
  local: { clock: false, mailbox: null },
}
const page = (...items: object[]) => ({ items, next: null })

test('a problem is registered under the task that it was found with', async () => {
  const sent = answering({
    '/api/me': me,
    '/api/plans?limit=200': page({ id: 'p1', title: '签约服务提升方案' }),
    '/api/tasks?plan=p1&limit=200': page({ id: 't1', ordinal: 3, title: '推进信息互通' }),
    'POST /api/rectifications': { id: 'r1' },
  })
  const opened = vi.fn()
  show(<OpenDialog onClose={() => {}} onOpened={opened} />)
  fireEvent.change(await screen.findByLabelText('存在的问题'), { target: { value: '台账不全' } })
  expect(screen.queryByLabelText('所属任务（可不选）')).not.toBeInTheDocument()
  fireEvent.mouseDown(screen.getByLabelText('所属计划（可不选）'))
  fireEvent.click(await screen.findByText('签约服务提升方案'))
  fireEvent.mouseDown(await screen.findByLabelText('所属任务（可不选）'))
  fireEvent.click(await screen.findByText('3. 推进信息互通'))
  fireEvent.click(screen.getByText(/^登\s?记$/))
  await vi.waitFor(() => expect(opened).toHaveBeenCalled())
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ planId: 'p1', taskId: 't1', unitId: 'u1' })
})
