import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
const reasons = readFileSync('lib/decisions/dependencies.md', 'utf8')
const explained = [...reasons.matchAll(/^\| (`[^|]+`)\s*\|/gm)].flatMap(([, names = '']) =>
  [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
)

test('each run-time dependency has its reason, and each reason its dependency', () => {
  expect(explained.sort()).toEqual(Object.keys(manifest.dependencies).sort())
})

test('there are at most thirty', () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(30)
})
