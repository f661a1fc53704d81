/** What XML 1.0 and its namespaces say of characters and names. */
const START =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D'
const NC_NAME = `[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F]*`
export const QNAME = new RegExp(`${NC_NAME}(?::${NC_NAME})?`, 'y')
export const ASCII_QNAME = /[A-Za-z_][A-Za-z_\-.0-9]*(?::[A-Za-z_][A-Za-z_\-.0-9]*)?/y
export const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y
/** XML 1.0 §2.2: control characters and non-characters. Built from codes: a literal would hold them. */
export const FORBIDDEN = new RegExp(
  `[${[
    [0x0, 0x8],
    [0xb, 0xc],
    [0xe, 0x1f],
    [0xfffe, 0xffff],
  ]
    .map(([a = 0, b = 0]) => `${escaped(a)}-${escaped(b)}`)
    .join('')}]`,
)
/** Anything but the characters that are the same in every encoding and always allowed. */
export const SPECIAL = /[^\t\n -\u007f]/

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
