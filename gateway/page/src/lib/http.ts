import { uuid } from '@/lib/uuid'

export type FieldProblem = { pointer: string; detail: string }

/** What went wrong, in words that may be shown. `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly code: string | null = null,
    readonly errors: FieldProblem[] = [],
    readonly traceId: string | null = null,
  ) {
    super(detail)
  }

  static of(reason: unknown): Problem {
    return reason instanceof Problem ? reason : new Problem(0, '系统暂时无法处理，请稍后再试')
  }
}

const defaults: Record<number, string> = {
  401: '登录已失效，请重新登录',
  403: '没有权限办理此事',
  404: '内容不存在，或不在您的查看范围内',
  409: '当前状态下不能这样办理，请刷新后再看',
  412: '内容已被他人修改，请刷新后在最新内容上重新操作',
  413: '文件过大',
  415: '不支持这种文件',
  428: '缺少版本标识，请刷新后重试',
  429: '操作过于频繁，请稍候再试',
  502: '后台服务暂时没有应答，请稍后再试',
  503: '后台服务正在启动或维护，请稍后再试',
  504: '后台服务应答超时，请稍后再试',
}

export async function problemOf(response: Response): Promise<Problem> {
  let body: Record<string, unknown> = {}
  try {
    body = await response.json()
  } catch {
    // An answer without a problem detail, a proxy's for example: the status says what there is to say.
  }
  const type = typeof body.type === 'string' ? body.type : null
  return new Problem(
    response.status,
    typeof body.detail === 'string' ? body.detail : (defaults[response.status] ?? '系统出现意外，请稍后再试'),
    type?.startsWith('urn:duban:problem:') ? type.slice('urn:duban:problem:'.length) : null,
    Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
    typeof body.traceId === 'string' ? body.traceId : null,
  )
}

type Query = Record<string, string | number | boolean | null | undefined>
type Write = { body?: unknown; form?: FormData; version?: number; query?: Query }

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value))
  }
  const tail = words.toString()
  return tail ? `${path}?${tail}` : path
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

async function csrfToken(): Promise<string> {
  const known = cookie('XSRF-TOKEN')
  if (known) return known
  await fetch('/api/session/csrf', { credentials: 'same-origin' })
  return cookie('XSRF-TOKEN') ?? ''
}

// The same attempt keeps its key until the server has answered for good: a retry after a lost answer counts once.
const attempts = new Map<string, string>()

async function send<T>(method: string, path: string, write: Write = {}, again = false): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  let attempt: string | null = null
  if (method !== 'GET') {
    if (write.form) {
      init.body = write.form
    } else if (write.body !== undefined) {
      headers['Content-Type'] = 'application/json'
      init.body = JSON.stringify(write.body)
    }
    if (write.version !== undefined) headers['If-Match'] = `"${write.version}"`
    headers['X-XSRF-TOKEN'] = await csrfToken().catch(() => '')
    if (method !== 'DELETE') {
      attempt = `${method} ${path} ${headers['If-Match'] ?? ''} ${typeof init.body === 'string' ? init.body : ''}`
      if (write.form) attempt += uuid()
      if (!attempts.has(attempt)) attempts.set(attempt, uuid())
      headers['Idempotency-Key'] = attempts.get(attempt)!
    }
  }
  let response: Response
  try {
    response = await fetch(address(path, write.query), init)
  } catch {
    throw new Problem(0, '网络不通，请检查连接后重试')
  }
  if (attempt && response.status < 500) attempts.delete(attempt)
  if (!response.ok) {
    const problem = await problemOf(response)
    if (problem.code === 'csrf' && !again) {
      // The session changed hands in another tab: a fresh token, and once more.
      await fetch('/api/session/csrf', { credentials: 'same-origin' })
      return send(method, path, write, true)
    }
    if (problem.status === 401 && path !== '/api/session') signedOut()
    throw problem
  }
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** A file on its way up: `fetch` does not say how much has been sent. */
function sendWatched<T>(path: string, form: FormData, watch: (percent: number) => void): Promise<T> {
  const key = uuid()
  const once = async (again: boolean): Promise<T> => {
    const token = await csrfToken().catch(() => '')
    const response = await new Promise<Response>((done, fail) => {
      const request = new XMLHttpRequest()
      request.open('POST', path)
      request.setRequestHeader('Accept', 'application/json')
      request.setRequestHeader('X-XSRF-TOKEN', token)
      request.setRequestHeader('Idempotency-Key', key)
      request.upload.onprogress = (event) =>
        event.lengthComputable && watch(Math.floor((event.loaded / event.total) * 100))
      request.onload = () => done(new Response(request.responseText, { status: request.status }))
      request.onerror = () => fail(new Problem(0, '网络不通，请检查连接后重试'))
      request.send(form)
    })
    if (response.ok) return (await response.json()) as T
    const problem = await problemOf(response)
    if (problem.code === 'csrf' && !again) {
      await fetch('/api/session/csrf', { credentials: 'same-origin' })
      return once(true)
    }
    if (problem.status === 401) signedOut()
    throw problem
  }
  return once(false)
}

let signedOut = () => {}

/** Told when the session is gone, so that the page can ask to sign in again. */
export function onSignedOut(listener: () => void) {
  signedOut = listener
}

export const http = {
  get: <T>(path: string, query?: Query) => send<T>('GET', path, { query }),
  post: <T>(path: string, body: unknown = {}, version?: number) => send<T>('POST', path, { body, version }),
  put: <T>(path: string, body: unknown, version?: number) => send<T>('PUT', path, { body, version }),
  patch: <T>(path: string, body: unknown, version?: number) => send<T>('PATCH', path, { body, version }),
  delete: <T>(path: string, version?: number) => send<T>('DELETE', path, { version }),
  uploadWatched: sendWatched,
  upload: <T>(path: string, form: FormData, query?: Query) => send<T>('POST', path, { form, query }),
}
