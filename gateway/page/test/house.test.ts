import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const allowed: Record<string, string[]> = {
  app: ['app', 'features', 'components', 'lib'],
  features: ['features', 'components', 'lib'],
  components: ['components', 'lib'],
  lib: ['lib'],
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

test('imports go from app to features to components to lib, never back', () => {
  const offences: string[] = []
  for (const [layer, reach] of Object.entries(allowed)) {
    for (const file of files(join('src', layer))) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/from '@\/(\w+)\//g)) {
        if (target && !reach.includes(target)) offences.push(`${file} → ${target}`)
      }
    }
  }
  expect(offences).toEqual([])
})

test('no two modules differ by case alone: where file names ignore case, one would be taken for the other', () => {
  const modules = files('src').map((file) => file.replace(/\.tsx?$/, '').toLowerCase())
  expect(modules.filter((module, index) => modules.indexOf(module) !== index)).toEqual([])
})
