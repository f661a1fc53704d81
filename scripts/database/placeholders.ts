/** Values that the files of prisma/sql name as `:'app_password'`. */
export type Placeholders = Record<string, string>

/**
 * A value as an SQL literal. A dollar or a control character is refused: it could close the `$$` body or the
 * line in which a file uses the placeholder.
 * @throws Error that never shows the value
 */
export function quoteLiteral(name: string, value: string): string {
  if (value === '' || !/^[ -#%-~]+$/.test(value)) {
    throw new Error(`${name}: only printable ASCII without "$" may be written into SQL`)
  }
  const quoted = `'${value.replaceAll("'", "''")}'`
  return value.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}

/** Puts each value in place of its `:'name'`. @throws Error for a placeholder that has no value */
export function fillPlaceholders(sql: string, values: Placeholders): string {
  return sql.replace(/:'(\w+)'/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for :'${name}'`)
    return quoteLiteral(name, value)
  })
}
