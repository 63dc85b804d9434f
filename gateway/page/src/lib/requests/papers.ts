import { Problem } from '@/lib/http'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Fetches what the API shows as JSON as the official document, and hands it to the browser to keep. */
export async function downloadPaper(path: string, name: string) {
  const response = await fetch(path, { headers: { Accept: WORD }, credentials: 'same-origin' })
  if (!response.ok) throw new Problem(response.status, '文件没有取到，请稍后重试')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.docx`
  link.click()
  URL.revokeObjectURL(address)
}
