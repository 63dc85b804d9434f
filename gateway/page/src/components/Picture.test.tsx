import { render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Picture } from '@/components/Picture'

const drawn = vi.fn()
vi.mock('@/components/chart', () => ({
  init: () => ({ on: () => {}, setOption: drawn, resize: () => {}, dispose: () => {} }),
}))

const wanting = (calm: boolean) => {
  window.matchMedia = ((query: string) => ({
    matches: calm && query.includes('reduce'),
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as never
}

test.each([
  true,
  false,
])('a picture grows into its place, unless the reader wants nothing to move: %s', async (calm) => {
  wanting(calm)
  drawn.mockClear()
  render(<Picture option={{ series: [] }} height={100} label="亮灯：逾期 4" />)
  await vi.waitFor(() => expect(drawn).toHaveBeenCalledWith({ series: [], animation: !calm }, true))
})
