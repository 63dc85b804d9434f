import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useLive } from '@/lib/requests/live'
import { show } from '../../../test/render'

type Listener = (event: { data: string }) => void

/** The page's stream, into which the test speaks. */
class Stream {
  static open: Stream
  private readonly listeners = new Map<string, Listener>()
  constructor() {
    Stream.open = this
  }
  addEventListener(type: string, listener: Listener) {
    this.listeners.set(type, listener)
  }
  say(type: string, words: unknown) {
    act(() => this.listeners.get(type)?.({ data: JSON.stringify(words) }))
  }
  close() {}
}

const alert = { id: '1', kind: 'MENTIONED', title: '沟通提醒：健全制度', body: '陈知行：请补充。', withdrawnAt: null }

afterEach(() => vi.unstubAllGlobals())

test('a withdrawn alert is announced to nobody, and leaves the screen where it still stands', async () => {
  vi.stubGlobal('EventSource', Stream)
  const Page = () => {
    useLive(() => {})
    return <p>页面</p>
  }
  show(<Page />)
  await screen.findByText('页面')
  Stream.open.say('alert', alert)
  expect(await screen.findByText('陈知行：请补充。')).toBeInTheDocument()
  const withdrawn = '2026-03-16T09:05:00+08:00'
  Stream.open.say('alert', { ...alert, body: '这条沟通记录已由发送人撤回。', withdrawnAt: withdrawn })
  // it leaves with a motion, which does not end here
  await waitFor(() => expect(document.querySelector('[class*="-leave"]')).not.toBeNull())
  Stream.open.say('alert', { ...alert, id: '2', title: '请报送', withdrawnAt: withdrawn })
  expect(screen.queryByText('请报送')).not.toBeInTheDocument()
})
