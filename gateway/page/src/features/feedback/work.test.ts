import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256, work, worked } from './work'

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join('')

test.each([
  0, 1, 55, 56, 63, 64, 65, 119, 120, 1000,
])('a message of %i bytes has the hash that others compute', (length) => {
  const message = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256)
  expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'))
})

test('what was found is what was asked for', async () => {
  const proof = await work('校验串', 10)
  expect(worked('校验串', proof, 10)).toBe(true)
  const first = createHash('sha256').update(`校验串.${proof}`).digest().readUInt32BE(0)
  expect(first >>> 22).toBe(0)
})

test('a search that is not wanted any more ends', async () => {
  expect(await work('x', 32, () => true)).toBe('')
})
