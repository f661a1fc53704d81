/** Coming in and going out; the person's own identity. */
export const identityPolicy = {
  'session.start': ['holder'],
  'session.end': ['holder'],
  'identity.read': ['holder', 'guardian'],
} as const
