import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { BellPanel } from '@/features/alerts/BellPanel'
import { answering, show } from '../../../test/render'

test('the bell opens on what has not been read', async () => {
  const sent = answering({ '/api/alerts?state=unread&limit=10': { items: [], next: null } })
  show(
    <BellPanel>
      <button type="button">消息</button>
    </BellPanel>,
  )
  await userEvent.click(await screen.findByText('消息'))
  expect(await screen.findByText('未读消息')).toBeInTheDocument()
  expect(await screen.findByText('没有未读消息')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
})
