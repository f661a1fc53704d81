import { describe, expect, it } from 'vitest'
import { fillPlaceholders, quoteLiteral } from './placeholders'

describe('Passwords written into SQL', () => {
  it('are quoted literals', () => {
    expect(fillPlaceholders("ALTER ROLE a PASSWORD :'app_password';", { app_password: 'x-Y_1' })).toBe(
      "ALTER ROLE a PASSWORD 'x-Y_1';",
    )
  })

  it('cannot end their literal', () => {
    expect(quoteLiteral('p', "a'; DROP TABLE x; --")).toBe("'a''; DROP TABLE x; --'")
    expect(quoteLiteral('p', "a\\'b")).toBe("E'a\\\\''b'")
  })

  it('are refused, unseen, when they could close a body or a line', () => {
    for (const value of ['', 'a$$b', 'a\nb', 'é']) {
      expect(() => quoteLiteral('p', value)).toThrow(/^p: only printable ASCII/)
    }
  })

  it('are never replaced inside the value of another', () => {
    expect(fillPlaceholders(":'a' :'b'", { a: "x:'b'", b: 'y' })).toBe("'x:''b''' 'y'")
  })

  it('leave casts and other colons alone, and a placeholder without a value is an error', () => {
    expect(fillPlaceholders("SELECT '1'::uuid, :x", {})).toBe("SELECT '1'::uuid, :x")
    expect(() => fillPlaceholders(":'unknown'", {})).toThrow("no value for :'unknown'")
  })
})
