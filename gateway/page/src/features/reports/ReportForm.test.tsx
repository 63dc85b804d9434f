import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ReportForm } from '@/features/reports/ReportForm'
import { aReport } from '../../../test/fixtures'
import { answering, show } from '../../../test/render'

const report = aReport()
const path = `/api/reports/${report.id}`

/** All at once: what each key does is not what is tested here. */
async function fill(done: string) {
  await userEvent.click(await screen.findByLabelText('本月进展'))
  await userEvent.paste(done)
}

test('an empty report does not leave, and says what is missing', async () => {
  const sent = answering({})
  show(<ReportForm report={report} indicators={[]} />)
  await userEvent.click(await screen.findByText('提交报送'))
  expect(await screen.findByText('请填写进展')).toBeInTheDocument()
  expect(sent.filter(({ method }) => method === 'PUT')).toEqual([])
})

test('a report goes out once with its version and a key, and its draft is dropped', async () => {
  const sent = answering({ [`PUT ${path}`]: { ...report, state: 'SUBMITTED', version: 2 } })
  const { router } = show(<ReportForm report={report} indicators={[]} />)
  await fill('完成 9 家验收')
  await waitFor(() => expect(localStorage.getItem(`duban.report.${report.id}`)).toContain('完成 9 家验收'))
  await userEvent.click(screen.getByText('提交报送'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/reports'))
  const [put, ...more] = sent.filter(({ method }) => method === 'PUT')
  expect(more).toEqual([])
  expect(put?.body).toMatchObject({ progress: 40, done: '完成 9 家验收', evidence: [] })
  expect(put?.headers.get('If-Match')).toBe('"1"')
  expect(put?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  expect(localStorage.getItem(`duban.report.${report.id}`)).toBeNull()
})

test('a refusal is shown in the server’s words with the number to quote', async () => {
  const refusal = { type: 'urn:duban:problem:round-closed', detail: '本期调度已结束，不能再报送', traceId: 'abc123' }
  answering({ [`PUT ${path}`]: () => new Response(JSON.stringify(refusal), { status: 409 }) })
  show(<ReportForm report={report} indicators={[]} />)
  await fill('完成')
  await userEvent.click(screen.getByText('提交报送'))
  expect(await screen.findByText('本期调度已结束，不能再报送')).toBeInTheDocument()
  expect(screen.getByText('追踪号：abc123')).toBeInTheDocument()
})

test('what is typed outlives a newer version of the report, and so does its draft', async () => {
  answering({})
  const Newer = () => {
    const [version, setVersion] = useState(1)
    return (
      <>
        <button type="button" onClick={() => setVersion(2)}>
          新版本
        </button>
        <ReportForm report={{ ...report, version, done: version === 2 ? '同事所填' : null }} indicators={[]} />
      </>
    )
  }
  show(<Newer />)
  await fill('完成')
  await userEvent.click(screen.getByText('新版本'))
  expect(screen.getByLabelText('本月进展')).toHaveValue('完成')
  expect(screen.getByText(/请核对后再提交/)).toBeInTheDocument()
  await waitFor(() => expect(localStorage.getItem(`duban.report.${report.id}`)).toContain('"version":2'))
})
