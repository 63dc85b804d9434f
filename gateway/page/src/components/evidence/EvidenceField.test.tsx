import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { EvidenceField } from '@/components/evidence/EvidenceField'
import type { EvidenceFile } from '@/lib/api/types'
import { aFile } from '../../../test/fixtures'
import { answering, show } from '../../../test/render'

const limits = { largest: 1000, perSubmission: 2, endings: ['.pdf', '.png'] }
type Sent = {
  path: string
  headers: Record<string, string>
  name: string
  answer: (status: number, body: object) => void
}

/** Uploads as the browser sends them; each waits for its answer. */
function uploads(): Sent[] {
  const sent: Sent[] = []
  class Request {
    upload = {}
    status = 0
    responseText = ''
    onload = () => {}
    onerror = () => {}
    private path = ''
    private headers: Record<string, string> = {}
    open(_: string, path: string) {
      this.path = path
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value
    }
    send(form: FormData) {
      const answer = (status: number, body: object) => {
        this.status = status
        this.responseText = JSON.stringify(body)
        this.onload()
      }
      sent.push({ path: this.path, headers: this.headers, name: (form.get('file') as File).name, answer })
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

afterEach(() => vi.unstubAllGlobals())

function Held({ busy }: { busy: (on: boolean) => void }) {
  const [files, setFiles] = useState<EvidenceFile[]>([])
  return <EvidenceField value={files} onChange={setFiles} onBusy={busy} />
}

const put = async (...files: File[]) => {
  await screen.findByText(/最多 2 个/)
  // As dropped files, which no list of endings holds back.
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.setup({ applyAccept: false }).upload(input, files)
}
const file = (name: string, size = 10) => new File(['x'.repeat(size)], name)

test('files go up one by one and are all kept, whichever is first', async () => {
  answering({ '/api/evidence/limits': limits })
  const sent = uploads()
  const busy: boolean[] = []
  show(<Held busy={(on) => busy.push(on)} />)
  await put(file('甲.pdf'), file('乙.png'))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]).toMatchObject({ path: '/api/evidence', name: '甲.pdf' })
  expect(sent[0]!.headers['Idempotency-Key']).not.toBe(sent[1]!.headers['Idempotency-Key'])
  expect(busy.at(-1)).toBe(true)
  sent[1]!.answer(201, aFile({ id: '2', name: '乙.png', type: 'PNG' }))
  sent[0]!.answer(201, aFile({ id: '1', name: '甲.pdf' }))
  expect(await screen.findByRole('button', { name: '移除 甲.pdf' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '移除 乙.png' })).toBeInTheDocument()
  await waitFor(() => expect(busy.at(-1)).toBe(false))

  await userEvent.click(screen.getByRole('button', { name: '移除 甲.pdf' }))
  expect(screen.queryByRole('button', { name: '移除 甲.pdf' })).toBeNull()
})

test('what would be refused is not sent, and says why', async () => {
  answering({ '/api/evidence/limits': limits })
  const sent = uploads()
  show(<Held busy={() => {}} />)
  await put(file('大.pdf', 1001), file('程序.exe'), file('一.pdf'), file('二.pdf'), file('三.pdf'))
  expect(await screen.findByText('超过 1000 字节，请压缩或拆分后上传')).toBeInTheDocument()
  expect(screen.getByText(/不接收这种文件/)).toBeInTheDocument()
  expect(screen.getByText('最多 2 个，请合并或挑选后上传')).toBeInTheDocument()
  await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['一.pdf', '二.pdf']))
})

test('a refusal of the service stands beside the file in its words', async () => {
  answering({ '/api/evidence/limits': limits })
  const sent = uploads()
  show(<Held busy={() => {}} />)
  await put(file('假.pdf'))
  await waitFor(() => expect(sent).toHaveLength(1))
  sent[0]!.answer(415, {
    type: 'urn:duban:problem:unsupported-file',
    detail: '这是压缩包，请解压后逐个上传其中的文件。',
  })
  expect(await screen.findByText(/这是压缩包/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '不再显示 假.pdf' }))
  expect(screen.queryByText(/这是压缩包/)).toBeNull()
})
