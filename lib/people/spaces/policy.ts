/** The life of a space. Opening and opposing are the person's own; a guardian's turn comes with delegations. */
export const spacesPolicy = {
  'space.register': ['system'],
  'space.consider': ['holder'],
  'space.open': ['holder'],
  'space.oppose': ['holder'],
  'home.read': ['holder', 'guardian', 'carer'],
  // Who sees what comes is the holder's alone to decide (CSP R1111-38, R1111-49).
  'default.hide': ['holder'],
  'default.show': ['holder'],
  'own_default.hide': ['holder'],
  'own_default.show': ['holder'],
} as const
