/** The life of a space. Opening and opposing are the person's own; a guardian's turn comes with delegations. */
export const spacesPolicy = {
  'space.register': ['system'],
  'space.consider': ['holder'],
  'space.open': ['holder'],
  'space.oppose': ['holder'],
  'home.read': ['holder', 'guardian', 'carer'],
} as const
