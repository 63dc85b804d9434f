import { type Answer, type Any, type Asked, ok } from './asked.ts'
import * as data from './data.ts'
import { makeNewerReading, makeReading } from './readingSample.ts'

type Request = Pick<Asked, 'method' | 'path' | 'body'>

/** Readings as the task service answers them. The document read after one was adopted is its newer version. */
export function mockReadings() {
  let reading = makeReading()
  let adopted = false
  const registered = new Set(['县卫生健康局'])

  const withUnits = () => {
    const names = new Map<string, number>()
    for (const task of reading.tasks)
      for (const name of [...task.leads, ...task.cooperators]) names.set(name, (names.get(name) ?? 0) + 1)
    reading.units = [...names].map(([name, occurrences]) => ({
      name,
      occurrences,
      state: registered.has(name) ? 'MATCHED' : 'UNKNOWN',
      unit: registered.has(name) ? { id: name, name: `清河${name}`, shortName: name } : null,
    }))
    return reading
  }

  const summary = () => {
    const { tasks, findings, ...rest } = withUnits()
    return {
      ...rest,
      tasks: tasks.length,
      openFindings: findings.filter(({ state }: Any) => state === 'OPEN').length,
    }
  }

  const correct = (ordinal: number, change: Any) => {
    reading.tasks = reading.tasks.map((one: Any) =>
      one.ordinal === ordinal ? { ...one, ...change, corrected: true } : one,
    )
    const now = reading.tasks[ordinal - 1]
    reading.findings = reading.findings.map((one: Any) =>
      one.taskOrdinal === ordinal &&
      ((one.code === 'WILDCARD_UNIT' && !now.wildcards.length) || (one.code === 'NO_UNIT' && now.leads.length))
        ? { ...one, state: 'RESOLVED' }
        : one,
    )
  }

  const adopt = ({ ordinals }: Any) => {
    reading.tasks = reading.tasks.map((one: Any, n: number) =>
      one.decision === 'KEEP' && (!ordinals || ordinals.includes(one.ordinal))
        ? { ...one, taskId: data.tasks[n]!.id, sameAs: null }
        : one,
    )
    reading.planId = data.plans[0]!.id
    if (reading.tasks.every((one: Any) => one.taskId || one.decision === 'SKIP')) {
      reading.state = 'ADOPTED'
      adopted = true
    }
    return ok(data.plans[0], 201)
  }

  const register = (names: string[]) => {
    for (const name of names) setTimeout(() => registered.add(name), 1200)
  }

  const answer = ({ method, path, body }: Request): Answer | null => {
    if (path === '/plan-readings' && method === 'POST') {
      reading = adopted ? makeNewerReading() : makeReading()
      return ok(withUnits(), 201)
    }
    if (path === '/plan-readings') return ok({ items: [summary()], next: null })
    if (!path.startsWith('/plan-readings/')) return null
    if (method !== 'GET') reading = { ...reading, version: reading.version + 1 }
    if (method === 'DELETE') {
      reading.state = 'DISCARDED'
      return ok(undefined, 204)
    }
    const ordinal = /\/tasks\/(\d+)$/.exec(path)?.[1]
    if (ordinal) correct(Number(ordinal), body)
    const finding = /\/findings\/(.+)/.exec(path)?.[1]
    if (finding)
      reading.findings = reading.findings.map((one: Any) => (one.id === finding ? { ...one, state: body.state } : one))
    if (path.endsWith('/aliases')) registered.add(body.name)
    return path.endsWith('/adoption') ? adopt(body) : ok(withUnits())
  }
  return { answer, register }
}
