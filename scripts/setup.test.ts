import { describe, expect, it } from 'vitest'
import { checkNode } from './setup.mjs'

describe('The version of Node', () => {
  it('is accepted from 20.19 on', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.3.1'])
      expect(() => checkNode(version)).not.toThrow()
  })

  it('is refused below, with what is needed', () => {
    for (const version of ['20.18.9', '18.20.0']) expect(() => checkNode(version)).toThrow(/20\.19/)
  })
})
