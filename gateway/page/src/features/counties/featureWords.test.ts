import { expect, test } from 'vitest'
import { boardWords } from '@/features/counties/featureWords'
import type { FeatureBoard } from '@/lib/api/types'

const board: FeatureBoard = {
  planId: 'plan',
  planTitle: '市实施方案',
  dueOn: '2026-04-30',
  least: 1,
  version: 1,
  counties: [
    { county: 'river', name: '临江县', items: [], lacking: 0 },
    { county: 'cloud', name: '云山县', items: [], lacking: 1 },
  ],
  mayCall: false,
  mayName: [],
}

test('the counties that have named too little are called by name, and said to be late once they are', () => {
  expect(boardWords(board, '2026-04-30')).toBe(
    '1 个县区尚未按要求提报：云山县。每个县区至少 1 项，应于 2026-04-30 前提报。',
  )
  expect(boardWords(board, '2026-05-01')).toContain('已过提报期限，1 个县区')
})

test('where all have named enough, that is said', () => {
  expect(boardWords({ ...board, counties: board.counties.slice(0, 1) }, '2026-05-01')).toContain('均已按要求提报')
})
