/** Reading the history of a space. */
export const auditPolicy = {
  'history.read': ['holder', 'guardian'],
  'history.verify': ['holder', 'guardian'],
} as const
