import { expect, test } from 'vitest'
import { changedNames, changedWords, type Stretch } from '@/features/plans/changedWords'

const signs = { same: '', gone: '-', new: '+' }
const shown = (stretches: Stretch[]) => stretches.map(({ kind, words }) => `${signs[kind]}${words}`)

test('only the words that changed are marked', () => {
  expect(shown(changedWords('9月底前公办学校实行集中采购。', '8月底前公办学校实行集中采购。'))).toEqual([
    '-9',
    '+8',
    '月底前公办学校实行集中采购。',
  ])
})

test('words put in and words taken out stand where they belong', () => {
  expect(shown(changedWords('甲单位汇总。', '甲单位汇总，按季通报。'))).toEqual(['甲单位汇总', '+，按季通报', '。'])
  expect(shown(changedWords('按季通报。', ''))).toEqual(['-按季通报。'])
  expect(shown(changedWords('', '按季通报。'))).toEqual(['+按季通报。'])
  expect(shown(changedWords('按季通报。', '按季通报。'))).toEqual(['按季通报。'])
})

test('what is put in begins with its comma', () => {
  expect(shown(changedWords('公办学校实行。', '公办、民办学校实行。'))).toEqual(['公办', '+、民办', '学校实行。'])
})

test('what is the same far from any change is left out', () => {
  const long = '各牵头单位要切实履行牵头责任，配合单位要主动配合，形成工作合力，确保各项任务落到实处'
  const [head, ...rest] = shown(changedWords(`${long}，6月底前完成。`, `${long}，9月底前完成。`))
  expect(head).toMatch(/^….{14}$/)
  expect(rest).toEqual(['-6', '+9', '月底前完成。'])
})

test('units are compared name by name, whatever their order', () => {
  expect(shown(changedNames('市财政局、市教育局', '市教育局、市供销社'))).toEqual([
    '-市财政局',
    '市教育局',
    '+市供销社',
  ])
  expect(shown(changedNames('', '市教育局'))).toEqual(['+市教育局'])
})

test('a long text is compared by its clauses, one without any as a whole', () => {
  const clauses = Array.from({ length: 600 }, (_, n) => `第${n}件事办妥，`).join('')
  expect(shown(changedWords(`${clauses}年底完成。`, `${clauses}年中完成。`)).slice(1)).toEqual([
    '-年底完成。',
    '+年中完成。',
  ])
  const [one, other] = ['甲乙丙丁', '戊己庚辛'].map((words) => words.repeat(5_000))
  expect(shown(changedWords(one!, other!))).toEqual([`-${one}`, `+${other}`])
})
