/** A stretch of words: as before, no more there, or new. */
export type Stretch = { kind: 'same' | 'gone' | 'new'; words: string }

/** So many words are compared with one another, and of so long a text its sentences: more would take longer than a person waits. */
const most = 1_200
const longest = 2_000
const around = 14

/** What changed between two texts, word by word; long stretches that did not change are shortened. */
export function changedWords(from: string, to: string): Stretch[] {
  return shortened(moved(joined(stretches(wordsOf(from), wordsOf(to)))))
}

/** What changed between two lists of units, name by name. */
export function changedNames(from: string, to: string): Stretch[] {
  const names = (list: string) => list.split('、').filter((name) => name !== '')
  const before = names(from)
  const now = names(to)
  return [
    ...before.map((words): Stretch => ({ kind: now.includes(words) ? 'same' : 'gone', words })),
    ...now.filter((name) => !before.includes(name)).map((words): Stretch => ({ kind: 'new', words })),
  ]
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null

function wordsOf(text: string): string[] {
  if (text.length > longest) return text.split(/(?<=[，；。])/)
  return segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text]
}

/** The longest common subsequence, after what both begin and end with. */
function stretches(from: string[], to: string[]): Stretch[] {
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head++
  let tail = 0
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++
  const of = (kind: Stretch['kind'], words: string[]) => words.map((word): Stretch => ({ kind, words: word }))
  return [
    ...of('same', from.slice(0, head)),
    ...middle(from.slice(head, from.length - tail), to.slice(head, to.length - tail)),
    ...of('same', from.slice(from.length - tail)),
  ]
}

function middle(from: string[], to: string[]): Stretch[] {
  if (from.length > most || to.length > most)
    return [
      { kind: 'gone', words: from.join('') },
      { kind: 'new', words: to.join('') },
    ]
  const width = to.length + 1
  const common = new Uint16Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      common[i * width + j] =
        from[i] === to[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const found: Stretch[] = []
  let i = 0
  let j = 0
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      found.push({ kind: 'same', words: from[i]! })
      i++
      j++
    } else if (j >= to.length || (i < from.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      found.push({ kind: 'gone', words: from[i++]! })
    } else {
      found.push({ kind: 'new', words: to[j++]! })
    }
  }
  return found
}

/** Neighbours of a kind become one; between two changes, what is gone stands before what is new. */
function joined(stretches: Stretch[]): Stretch[] {
  const found: Stretch[] = []
  let gone = ''
  let added = ''
  const close = () => {
    if (gone) found.push({ kind: 'gone', words: gone })
    if (added) found.push({ kind: 'new', words: added })
    gone = ''
    added = ''
  }
  for (const { kind, words } of stretches) {
    if (kind === 'gone') gone += words
    else if (kind === 'new') added += words
    else {
      close()
      const last = found.at(-1)
      if (last?.kind === 'same') last.words += words
      else found.push({ kind, words })
    }
  }
  close()
  return found
}

/** 公[办、民]办 says the same as 公办[、民办]: where a change can be moved to begin with a comma, it is. */
function moved(stretches: Stretch[]): Stretch[] {
  const found = stretches.map((stretch) => ({ ...stretch }))
  for (let at = 1; at < found.length - 1; at++) {
    const [before, change, after] = [found[at - 1]!, found[at]!, found[at + 1]!]
    if (change.kind === 'same' || before.kind !== 'same' || after.kind !== 'same') continue
    for (let by = 1; by < change.words.length && change.words.startsWith(after.words.slice(0, by)); by++) {
      if (!'，、；。'.includes(change.words[by]!)) continue
      const over = change.words.slice(0, by)
      before.words += over
      change.words = change.words.slice(by) + over
      after.words = after.words.slice(by)
      break
    }
  }
  return found.filter(({ words }) => words !== '')
}

function shortened(stretches: Stretch[]): Stretch[] {
  return stretches.map((stretch, at) => {
    const { kind, words } = stretch
    if (kind !== 'same' || words.length <= 2 * around + 4) return stretch
    const head = at === 0 ? '' : words.slice(0, around)
    const tail = at === stretches.length - 1 ? '' : words.slice(-around)
    return { kind, words: `${head}…${tail}` }
  })
}
