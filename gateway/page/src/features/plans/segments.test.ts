import { expect, test } from 'vitest'
import { type Mark, marksOf, segments } from '@/features/plans/segments'
import { aFinding, aReading, aTask } from '../../../test/fixtures'

const mark = (start: number, end: number, kind: Mark['kind'], task: number | null = null): Mark => ({
  start,
  end,
  kind,
  task,
  finding: kind === 'finding' ? 'f' : null,
})

test('the pieces together are the text', () => {
  const text = '（一）建设中医馆。（牵头单位：县卫生健康局）'
  const pieces = segments(text, [mark(0, 22, 'task', 1), mark(15, 21, 'leads', 1), mark(10, 18, 'finding', 1)])
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})

test('a mark inside a mark is told as the inner one, and both tasks and findings are known', () => {
  const pieces = segments('0123456789', [mark(0, 10, 'task', 3), mark(4, 7, 'leads', 3), mark(6, 9, 'finding', 3)])
  expect(pieces.map(({ text, kinds }) => [text, kinds])).toEqual([
    ['0123', ['task']],
    ['45', ['task', 'leads']],
    ['6', ['task', 'leads', 'finding']],
    ['78', ['task', 'finding']],
    ['9', ['task']],
  ])
  expect(pieces[2]).toMatchObject({ tasks: [3], findings: ['f'] })
})

test('marks that reach beyond the text are cut at its end', () => {
  expect(segments('短文', [mark(1, 99, 'head')]).map((piece) => piece.text)).toEqual(['短', '文'])
})

test('characters outside the basic plane keep their offsets', () => {
  const text = '𠮷县卫生局'
  const at = text.indexOf('县卫生局')
  expect(segments(text, [mark(at, at + 4, 'leads', 1)]).map((piece) => piece.text)).toEqual(['𠮷', '县卫生局'])
})

test('settled findings are no longer marked in the text', () => {
  const span = { start: 0, end: 2 }
  const reading = (state: 'OPEN' | 'RESOLVED') =>
    aReading({ text: '各部门', tasks: [aTask()], findings: [aFinding({ source: span, state })] })
  expect(marksOf(reading('OPEN')).map(({ kind }) => kind)).toContain('finding')
  expect(marksOf(reading('RESOLVED')).map(({ kind }) => kind)).not.toContain('finding')
})

test('the document’s own fields are marked where they stand', () => {
  const reading = aReading({
    text: '云政办发〔2026〕8号',
    sources: { documentNumber: { source: { start: 0, end: 11 }, confidence: 1 } },
  })
  expect(marksOf(reading)).toEqual([expect.objectContaining({ start: 0, end: 11, kind: 'head' })])
})
