/**
 * The first name to greet, from « Camille LAURIER » or « Camille Laurier »: what comes before the family name when
 * capitals tell it apart, else the first word.
 */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/)
  const family = words.findIndex(word => word.length > 1 && word === word.toLocaleUpperCase('fr'))
  return (family > 0 ? words.slice(0, family).join(' ') : words[0]) ?? ''
}

/** One letter of the first name, one of the family name. */
export function initials(name: string): string {
  const first = firstName(name)
  const rest = name.trim().slice(first.length).trim()
  return `${[...first][0] ?? ''}${[...rest][0] ?? ''}`.toLocaleUpperCase('fr')
}
