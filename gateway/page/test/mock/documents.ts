import { readFileSync } from 'node:fs'

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
}
type Operation = { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** What the services' API documents promise of one answer. */
export type Promised = { schema: Schema; schemas: Record<string, Schema> }

const documents = ['../../task-service', '../../meeting-service', '../../notification-service', '..'].map(
  (folder): Document => JSON.parse(readFileSync(`${folder}/openapi.json`, 'utf8')),
)

/** @returns nothing where no service documents a JSON answer */
export function promisedOf(method: string, path: string): Promised | null {
  for (const { paths, components } of documents) {
    const names = Object.keys(paths).filter((name) => fits(name, path))
    // /tasks/counts before /tasks/{id}
    const name = names.sort((a, b) => a.split('{').length - b.split('{').length)[0]
    const responses = name ? paths[name]![method.toLowerCase()]?.responses : undefined
    const done = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
    const schema = done?.content?.['application/json']?.schema
    if (schema) return { schema, schemas: components.schemas }
  }
  return null
}

function fits(name: string, path: string): boolean {
  const wanted = name.split('/')
  const given = path.split('/')
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith('{') || part === given[at])
}

const followed = ({ schema, schemas }: Promised): Schema =>
  schema.$ref ? schemas[schema.$ref.slice('#/components/schemas/'.length)]! : schema
const typesOf = ({ type }: Schema) => (type === undefined ? [] : [type].flat())
const isNullable = (schema: Schema) =>
  typesOf(schema).includes('null') || (schema.anyOf ?? []).some((one) => typesOf(one).includes('null'))
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A made-up answer with the fields that it leaves out: null, nothing, none. */
export function completed(promised: Promised, value: unknown): unknown {
  const { schemas } = promised
  const schema = followed(promised)
  if (schema.anyOf && value !== null && value !== undefined) {
    const one = schema.anyOf.find((alternative) => !typesOf(alternative).includes('null'))
    return one ? completed({ schema: one, schemas }, value) : value
  }
  if (value === undefined) return empty(schema, promised)
  if (Array.isArray(value) && schema.items)
    return value.map((item) => completed({ schema: schema.items!, schemas }, item))
  if (!isObject(value) || !schema.properties) return value
  const fields = Object.entries(schema.properties).map(([name, field]) => [
    name,
    completed({ schema: field, schemas }, value[name]),
  ])
  return { ...value, ...Object.fromEntries(fields.filter(([, field]) => field !== undefined)) }
}

function empty(schema: Schema, { schemas }: Promised): unknown {
  if (isNullable(schema)) return null
  if (schema.enum) return schema.enum[0]
  switch (typesOf(schema)[0]) {
    case 'array':
      return []
    case 'object':
      return schema.properties ? completed({ schema, schemas }, {}) : {}
    case 'integer':
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'string':
      return ''
  }
}

/** Where an answer is not what the document promises: a field that is missing, of another type, or with a value that is none. */
export function faultsOf(promised: Promised, value: unknown, at = ''): string[] {
  const { schemas } = promised
  const schema = followed(promised)
  if (schema.anyOf) {
    const found = schema.anyOf.map((one) => faultsOf({ schema: one, schemas }, value, at))
    return found.some((faults) => faults.length === 0) ? [] : found.flat()
  }
  const types = typesOf(schema)
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return [`${at}: ${JSON.stringify(value)} is no ${types}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is none of ${schema.enum}`]
  if (Array.isArray(value))
    return value.flatMap((item, n) => faultsOf({ schema: schema.items ?? {}, schemas }, item, `${at}[${n}]`))
  if (!isObject(value)) return []
  const missing = (schema.required ?? []).filter((name) => value[name] === undefined)
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      value[name] === undefined ? [] : faultsOf({ schema: field, schemas }, value[name], `${at}.${name}`),
    ),
  ]
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
