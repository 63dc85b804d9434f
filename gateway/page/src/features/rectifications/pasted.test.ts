import { expect, test } from 'vitest'
import { cells, day, faultWords, parsePasted } from './pasted'

test('a list with headings is read by them, in whatever order', () => {
  const { rows, faults } = parsePasted(
    '序号\t责任单位\t存在问题\t整改时限\t配合单位\n1\t县中医院\t台账不全\t2026年12月5日\t县卫生健康局、县财政局\n2\t县财政局\t经费未拨付\t\t\n',
  )
  expect(faults).toEqual([])
  expect(rows).toEqual([
    {
      problem: '台账不全',
      unit: '县中医院',
      cooperators: '县卫生健康局、县财政局',
      place: null,
      dueOn: '2026-12-05',
      foundOn: null,
    },
    { problem: '经费未拨付', unit: '县财政局', cooperators: null, place: null, dueOn: null, foundOn: null },
  ])
})

test('a list without headings is problem, unit, last day', () => {
  expect(parsePasted('台账不全\t县中医院\t2026/12/5').rows[0]).toMatchObject({
    problem: '台账不全',
    unit: '县中医院',
    dueOn: '2026-12-05',
  })
})

test('a cell keeps its line breaks and quotes', () => {
  expect(cells('"第一行\n第二行\t仍是一格"\t"他说""好"""\r\n乙\t丙')).toEqual([
    ['第一行\n第二行\t仍是一格', '他说"好"'],
    ['乙', '丙'],
  ])
})

test('everything that is missing is named with its row', () => {
  expect(parsePasted('问题\t责任单位\t时限\n\t县中医院\t年底前\n台账不全\t\t').faults).toEqual([
    '第 1 条：没有写明问题',
    '第 1 条：整改时限“年底前”不是日期，请写成 2026-12-31',
    '第 2 条：没有写明责任单位',
  ])
})

test.each([
  ['2026-12-05', '2026-12-05'],
  ['2026.1.5', '2026-01-05'],
  [' 2026年1月5日 ', '2026-01-05'],
  ['十二月底', '十二月底'],
])('%s is read as %s', (text, read) => {
  expect(day(text)).toBe(read)
})

test('nothing pasted is nothing', () => {
  expect(parsePasted(' \n\t\n')).toEqual({ rows: [], faults: [], columns: [] })
})

test('a server’s pointer becomes the row people count', () => {
  expect(faultWords('/items/0/unit', '没有登记“县林业局”')).toBe('第 1 条：没有登记“县林业局”')
  expect(faultWords('/foundOn', '请填写发现日期')).toBe('请填写发现日期')
})
