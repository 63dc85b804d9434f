import type { EvidenceFile, EvidenceLimits } from '@/lib/api/types'

/** 256 KB, 1.5 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** What is taken, in a line below the field. */
export function takenWords({ largest, perSubmission, endings }: EvidenceLimits): string {
  const names = [...new Set(endings.map((ending) => ending.slice(1).toUpperCase().replace('JPEG', 'JPG')))]
  return `${names.join('、')}，每个不超过 ${sizeWords(largest)}，最多 ${perSubmission} 个`.replaceAll(' ', '\u00a0')
}

/** Why a file need not be sent at all; the service looks at what it holds. */
export function refusalOf(
  file: { name: string; size: number },
  limits: EvidenceLimits,
  already: number,
): string | null {
  if (already >= limits.perSubmission) return `最多 ${limits.perSubmission} 个，请合并或挑选后上传`
  if (file.size === 0) return '文件是空的'
  if (file.size > limits.largest) return `超过 ${sizeWords(limits.largest)}，请压缩或拆分后上传`
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? ''
  if (['.doc', '.xls', '.wps', '.et'].includes(ending)) return '旧版格式，请另存为 .docx、.xlsx 或转为 PDF'
  if (['.zip', '.rar', '.7z'].includes(ending)) return '压缩包请解压后逐个上传'
  if (!limits.endings.includes(ending)) return '不接收这种文件，请转为 PDF 或图片'
  return null
}

export type Preview = 'PDF' | 'PICTURE' | 'TEXT' | null

/** How it is looked at on the page; null: only on the reader's own machine. */
export function previewOf({ type }: Pick<EvidenceFile, 'type'>): Preview {
  switch (type) {
    case 'PDF':
      return 'PDF'
    case 'JPEG':
    case 'PNG':
      return 'PICTURE'
    case 'WORD':
      return 'TEXT'
    case 'EXCEL':
    case 'OFD':
      return null
  }
}

export const contentOf = (id: string) => `/api/evidence/${id}/content`
export const downloadOf = (id: string) => `${contentOf(id)}?download=true`
