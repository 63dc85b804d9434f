/* Made-up work of the counties of 云江市: what each makes of the city's tasks, what each adds, and yearly goals. */
import { type Answer, type Any, type Asked, list, NOW, ok, TODAY } from './asked.ts'
import { counties, id, plans, ref, tasks, units } from './data.ts'

const ofCounty = (county: Any) => units.find((unit) => unit.county?.id === county.id)!

const cell = (task: Any, county: Any, n: number) => ({
  county: county.id,
  taskId: task.id,
  direct: false,
  state: n ? 'IN_PROGRESS' : task.state,
  light: n ? 'YELLOW' : task.light,
  lightReason: n ? '序时进度差20个百分点' : task.lightReason,
  progress: n ? 40 : task.progress,
  pieces: n * 2,
  closedPieces: n,
})

const goals: Any[] = units.slice(0, 3).map((unit, n) => ({
  id: id(61, n + 1),
  version: 1,
  year: 2026,
  unit: ref(unit),
  planId: plans[0]!.id,
  planTitle: plans[0]!.title,
  text: ['建成20家示范中医馆', '落实项目资金3000万元', '按时拨付专项经费'][n],
  measure: ['通过市级验收', '资金下达文件', null][n],
  state: n ? 'ASSESSED' : 'SET',
  done: n ? 90 : null,
  statement: n ? '主要任务已完成。' : null,
  assessedOn: n ? TODAY : null,
  assessedBy: n ? '方晓岚' : null,
  returnReason: null,
  verdict: null,
  opinion: null,
  reviewedOn: null,
  reviewedBy: null,
  allowed: n ? ['RETURN', 'REVIEW'] : ['REVISE', 'DROP'],
}))

export function mockCounties() {
  let call = { dueOn: '2026-12-15', least: 1, version: 1 }
  const named: Any[] = [{ county: counties[0]!.id, item: tasks[2]! }]
  const board = () => ({
    planId: plans[0]!.id,
    planTitle: plans[0]!.title,
    ...call,
    counties: counties.map((county) => {
      const items = named.filter((one) => one.county === county.id).map(({ item }) => item)
      return { county: county.id, name: county.name, items, lacking: Math.max(0, call.least - items.length) }
    }),
    mayCall: true,
    mayName: [],
  })

  return ({ method, path, body, q }: Asked): Answer | null => {
    if (method === 'GET' && /^\/tasks\/[^/]+\/cascade$/.test(path))
      return ok({
        items: counties.map((county, n) => ({
          county: county.id,
          name: county.name,
          office: n ? null : ref(ofCounty(county)),
        })),
      })
    if (/^\/plans\/[^/]+\/counties$/.test(path))
      return ok({
        items: counties.map((county, n) => ({
          county: county.id,
          name: county.name,
          office: n ? null : ref(ofCounty(county)),
          tasks: 3,
          closed: n ? 0 : 1,
          progress: n ? 40 : 65,
          lights: n ? { YELLOW: 3 } : { GREEN: 2, RED: 1 },
        })),
      })
    if (/^\/plans\/[^/]+\/county-tasks$/.test(path))
      return list(
        tasks.slice(0, 3).map((task) => ({
          taskId: task.id,
          state: task.state,
          light: task.light,
          lightReason: task.lightReason,
          progress: task.progress,
          dueOn: task.dueOn,
          ordinal: task.ordinal,
          title: task.title,
          cells: counties.map((county, n) => cell(task, county, n)),
        })),
      )
    if (path === '/feature-calls') {
      const { planId, planTitle, counties: all } = board()
      const lacking = all.filter((county) => county.lacking > 0).map(({ name }) => name)
      return list([{ planId, planTitle, dueOn: call.dueOn, least: call.least, counties: all.length, lacking }])
    }
    if (path.startsWith('/feature-calls/')) {
      if (method === 'PUT') call = { ...call, ...body, version: call.version + 1 }
      return ok(board())
    }
    if (path === '/goals' && method === 'POST') {
      const unit = units.find((one) => one.id === body.unitId) ?? units[0]!
      goals.unshift({ ...goals[0]!, id: id(61, goals.length + 1), year: body.year, unit: ref(unit), ...body.goal })
      return ok(goals[0], 201)
    }
    if (path === '/goals')
      return list(
        goals.filter(
          (goal) =>
            (!q('year') || String(goal.year) === q('year')) &&
            (!q('state') || goal.state === q('state')) &&
            (!q('unit') || goal.unit.id === q('unit')),
        ),
      )
    const goal = goals.find((one) => path.startsWith(`/goals/${one.id}`))
    if (goal) {
      if (path.endsWith('/review'))
        Object.assign(goal, body, {
          state: 'REVIEWED',
          reviewedOn: NOW.slice(0, 10),
          reviewedBy: '周明远',
          allowed: [],
        })
      if (path.endsWith('/return'))
        Object.assign(goal, { state: 'SET', returnReason: body.reason, done: null, statement: null })
      return ok(goal)
    }
    return null
  }
}
