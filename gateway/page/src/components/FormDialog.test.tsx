import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DatePicker, Form, Input } from 'antd'
import { expect, test, vi } from 'vitest'
import { FormDialog } from '@/components/FormDialog'
import { show } from '../../test/render'

test('Enter takes the day that was typed and sends nothing; the button sends', async () => {
  const sent = vi.fn()
  show(
    <FormDialog<{ demand: string; day: { format: (as: string) => string } }>
      title="签发"
      action="签发通知"
      busy={false}
      initialValues={{ demand: '请立即办理' }}
      onFinish={({ day }) => sent(day.format('YYYY-MM-DD'))}
      onClose={() => {}}
    >
      <Form.Item name="demand" label="要求">
        <Input.TextArea />
      </Form.Item>
      <Form.Item name="day" label="期限">
        <DatePicker />
      </Form.Item>
    </FormDialog>,
  )
  await userEvent.type(await screen.findByLabelText('期限'), '2023-04-28{Enter}')
  expect(screen.getByLabelText('期限')).toHaveValue('2023-04-28')
  expect(sent).not.toHaveBeenCalled()
  await userEvent.click(screen.getByText('签发通知'))
  await vi.waitFor(() => expect(sent).toHaveBeenCalledWith('2023-04-28'))
})
