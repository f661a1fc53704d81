export const resultsPolicy = {
  'results.list': ['holder', 'guardian', 'carer', 'care_team'],
  'results.read': ['holder', 'guardian', 'carer', 'care_team'],
  'results.index': ['system'],
} as const
