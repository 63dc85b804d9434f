/**
 * The moment of computing that a form asks for before it is taken. SHA-256 is written out here because the browser offers its
 * own only on HTTPS and localhost, and people also open the page by plain address.
 */

const K = new Uint32Array(64)
const INITIAL = new Uint32Array(8)
{
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) >>> 0
  let found = 0
  for (let candidate = 2; found < 64; candidate++) {
    let prime = true
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) prime = false
    if (!prime) continue
    if (found < 8) INITIAL[found] = fraction(Math.sqrt(candidate))
    K[found++] = fraction(Math.cbrt(candidate))
  }
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

export function sha256(message: Uint8Array): Uint32Array {
  const blocks = (message.length + 9 + 63) >> 6
  const padded = new Uint8Array(blocks * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 4, message.length * 8)
  const hash = Uint32Array.from(INITIAL)
  const w = new Uint32Array(64)
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block * 64 + i * 4)
    for (let i = 16; i < 64; i++) {
      const early = w[i - 15]!
      const late = w[i - 2]!
      const a = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const b = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      w[i] = w[i - 16]! + a + w[i - 7]! + b
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    hash[0]! += a
    hash[1]! += b
    hash[2]! += c
    hash[3]! += d
    hash[4]! += e
    hash[5]! += f
    hash[6]! += g
    hash[7]! += h
  }
  return hash
}

const text = new TextEncoder()

export const worked = (challenge: string, proof: string, difficulty: number) =>
  sha256(text.encode(`${challenge}.${proof}`))[0]! >>> (32 - difficulty) === 0

/** Searches in small portions, so that typing goes on meanwhile. */
export async function work(challenge: string, difficulty: number, stop: () => boolean = () => false): Promise<string> {
  for (let tried = 0; !stop(); ) {
    const until = performance.now() + 12
    while (performance.now() < until) {
      const proof = String(tried++)
      if (worked(challenge, proof, difficulty)) return proof
    }
    await new Promise((go) => setTimeout(go))
  }
  return ''
}
