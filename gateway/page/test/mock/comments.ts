import { type Answer, type Any, type Asked, list, NOW, ok } from './asked.ts'
import * as data from './data.ts'

const task = data.tasks[0]!
const sample = (): Any[] => [
  {
    id: data.id(51, 1),
    taskId: task.id,
    report: null,
    author: '周明远',
    authorUnit: data.units[0]!.name,
    words: '请对照第三项要求补充制度文本，会签意见一并附上。',
    units: [task.leads[0]],
    supervisors: false,
    writtenAt: '2026-11-22T16:20:00+08:00',
    withdrawnAt: null,
    by: 'supervisor',
  },
  {
    id: data.id(51, 2),
    taskId: task.id,
    report: null,
    author: '方晓岚',
    authorUnit: data.units[3]!.name,
    words: null,
    units: [],
    supervisors: false,
    writtenAt: '2026-11-20T10:05:00+08:00',
    withdrawnAt: '2026-11-20T10:12:00+08:00',
    by: 'liaison',
  },
]

/** What is said about tasks and who watches them, as the task service answers it. */
export function mockComments() {
  const comments = sample()
  const watched = new Map<string, string>()
  const seen = ({ by, ...comment }: Any, who: string) => ({
    ...comment,
    mine: by === who,
    withdrawable: by === who && !comment.withdrawnAt && comment.writtenAt > '2026-11-22T09:40',
  })
  return ({ method, path, body, who, name, unit }: Asked): Answer | null => {
    const [, about, what] = /^\/tasks\/([^/]+)\/(comments|watch)$/.exec(path) ?? []
    if (about && what === 'watch') {
      const key = `${who} ${about}`
      if (method === 'PUT') watched.set(key, NOW)
      if (method === 'DELETE') {
        watched.delete(key)
        return ok(undefined, 204)
      }
      return ok({ watching: watched.has(key), since: watched.get(key) ?? null })
    }
    if (about && method === 'GET')
      return list(comments.filter(({ taskId }) => taskId === about).map((one) => seen(one, who)))
    if (about) {
      const report = data.reports.find(({ id }) => id === body.reportId)
      const comment = {
        id: data.id(51, comments.length + 1),
        taskId: about,
        report: report ? { id: report.id, unit: report.unit, period: report.period, readable: true } : null,
        author: name,
        authorUnit: unit?.name ?? null,
        words: body.text,
        units: data.units.filter(({ id }) => body.units?.includes(id)).map(data.ref),
        supervisors: !!body.supervisors,
        writtenAt: NOW,
        withdrawnAt: null,
        by: who,
      }
      comments.unshift(comment)
      return ok(seen(comment, who), 201)
    }
    const comment = comments.find(({ id }) => path.startsWith(`/comments/${id}`))
    if (!comment) return null
    if (path.endsWith('/withdrawal')) Object.assign(comment, { words: null, units: [], withdrawnAt: NOW })
    return ok(seen(comment, who))
  }
}
