// The services' API documents as types: src/lib/api/generated/<service>.ts. agreement.ts holds the page's own types to them.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const services = { task: 'task-service', meeting: 'meeting-service', notification: 'notification-service', gateway: 'gateway' }
const folder = new URL('./src/lib/api/generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, service] of Object.entries(services)) {
  const document = new URL(`../../${service}/openapi.json`, import.meta.url)
  if (!existsSync(document)) continue
  writeFileSync(new URL(`${name}.ts`, folder), astToString(await openapiTS(document)))
}
