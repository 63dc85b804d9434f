import type { BulletinSection, BulletinTexts } from '@/lib/api/types'

export const sectionWords: Record<BulletinSection, string> = {
  MISSING: '未按时报送',
  PROBLEMS: '各单位反映的问题',
  REPEATED: '报送内容与上期雷同',
  STILL: '进度没有变化',
}

/** Puts a number's name in braces where the writer stands. */
export function withName(words: string, name: string, from: number, to: number): { words: string; caret: number } {
  const put = `{${name}}`
  return { words: words.slice(0, from) + put + words.slice(to), caret: from + put.length }
}

/** Names in braces that stand for no number. */
export function unknownNames(texts: Pick<BulletinTexts, 'opening' | 'remarks' | 'demands'>, names: string[]): string[] {
  const found = [texts.opening, texts.remarks, texts.demands]
    .flatMap((words) => [...words.matchAll(/\{([^{}\n]{1,20})\}/g)])
    .map(([, name]) => name!)
  return [...new Set(found.filter((name) => !names.includes(name)))]
}

export const sameTexts = (one: BulletinTexts, other: BulletinTexts) => JSON.stringify(one) === JSON.stringify(other)
