import { expect, test } from 'vitest'
import { unknownNames, withName } from '@/features/bulletin/texts'

test('a number is put in where the writer stands, over what is marked', () => {
  expect(withName('应报份', '应报', 2, 2)).toEqual({ words: '应报{应报}份', caret: 6 })
  expect(withName('应报12份', '应报', 2, 4)).toEqual({ words: '应报{应报}份', caret: 6 })
})

test('a name that stands for no number is named once', () => {
  const texts = { opening: '报送率{报送率}，{合格率}', remarks: '{合格率}', demands: '一、{ }' }
  expect(unknownNames(texts, ['报送率'])).toEqual(['合格率', ' '])
})
