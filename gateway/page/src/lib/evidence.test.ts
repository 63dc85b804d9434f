import { expect, test } from 'vitest'
import { previewOf, refusalOf, sizeWords, takenWords } from '@/lib/evidence'

const limits = {
  largest: 20 * 1024 * 1024,
  perSubmission: 10,
  endings: ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx', '.ofd'],
}

test('sizes are said as people say them', () => {
  expect([0, 800, 2048, 1024 * 1024, 1.55 * 1024 * 1024, 20 * 1024 * 1024].map(sizeWords)).toEqual([
    '0 字节',
    '800 字节',
    '2 KB',
    '1 MB',
    '1.6 MB',
    '20 MB',
  ])
})

test('what is taken stands in one line', () => {
  expect(takenWords(limits)).toBe(
    'PDF、JPG、PNG、DOCX、XLSX、OFD，每个不超过 20 MB，最多 10 个'.replaceAll(' ', '\u00a0'),
  )
})

test('what would be refused is not sent', () => {
  const file = (name: string, size = 1000) => ({ name, size })
  expect(refusalOf(file('验收报告.PDF'), limits, 9)).toBeNull()
  expect(refusalOf(file('验收报告.pdf'), limits, 10)).toBe('最多 10 个，请合并或挑选后上传')
  expect(refusalOf(file('空.pdf', 0), limits, 0)).toBe('文件是空的')
  expect(refusalOf(file('大.pdf', limits.largest + 1), limits, 0)).toBe('超过 20 MB，请压缩或拆分后上传')
  expect(refusalOf(file('总结.doc'), limits, 0)).toMatch(/另存为 .docx/)
  expect(refusalOf(file('照片.zip'), limits, 0)).toMatch(/解压/)
  expect(refusalOf(file('setup.exe'), limits, 0)).toMatch(/不接收/)
  expect(refusalOf(file('没有扩展名'), limits, 0)).toMatch(/不接收/)
})

test('pictures, PDF and the words of a document are looked at on the page', () => {
  const types = ['PDF', 'JPEG', 'PNG', 'WORD', 'EXCEL', 'OFD'] as const
  expect(types.map((type) => previewOf({ type }))).toEqual(['PDF', 'PICTURE', 'PICTURE', 'TEXT', null, null])
})
