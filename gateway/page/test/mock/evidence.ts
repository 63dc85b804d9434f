import { type Answer, type Asked, NOW, ok } from './asked.ts'

const file = (n: number, name: string, type: string, size: number) => ({
  id: `0190ffff-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name,
  type,
  size,
  sha256: 'ab'.repeat(32),
  uploadedAt: '2026-11-20T08:30:00+08:00',
  uploadedBy: '方晓岚',
})

/** Files as units hand them in. */
export const files = [
  file(1, '标准化中医馆验收报告（市中医医院等9家）.pdf', 'PDF', 1_843_200),
  file(2, '现场核验照片.jpg', 'JPEG', 3_276_800),
  file(3, '三季度培训签到表.xlsx', 'EXCEL', 24_576),
  file(4, '工作小结.docx', 'WORD', 51_200),
]

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n' +
    '4 0 obj<</Length 44>>stream\nBT /F 24 Tf 60 150 Td (Acceptance report) Tj ET\nendstream endobj\n' +
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** What a file holds; null for another address. */
export function contentOf(path: string): { type: string; content: Buffer } | null {
  const id = /^\/evidence\/([^/]+)\/content$/.exec(path)?.[1]
  if (!id) return null
  return files.find((one) => one.id === id)?.type === 'JPEG'
    ? { type: 'image/png', content: PIXEL }
    : { type: 'application/pdf', content: PAGE }
}

/** Evidence as the task service answers it. */
export function mockEvidence() {
  return ({ method, path, name }: Asked): Answer | null => {
    if (path === '/evidence/limits')
      return ok({
        largest: 20 * 1024 * 1024,
        perSubmission: 10,
        endings: ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx', '.ofd'],
      })
    if (path === '/evidence' && method === 'POST') {
      const taken = {
        ...file(files.length + 1, `佐证材料${files.length + 1}.pdf`, 'PDF', 204_800),
        uploadedAt: NOW,
        uploadedBy: name,
      }
      files.push(taken)
      return { status: 201, body: taken }
    }
    const known = files.find(({ id }) => path.startsWith(`/evidence/${id}`))
    if (!known) return null
    return path.endsWith('/text')
      ? ok({ text: '工作小结\n本月完成9家中医馆验收，培训238人次。\n下月起开展回访。', cut: false })
      : ok(known)
  }
}
