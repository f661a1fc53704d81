/**
 * Matricules of the fictive patients that the national agency publishes in its samples, some of them under the real
 * authority. Production refuses them whatever authority they claim: nobody's record may receive a sample.
 */
export const publishedFictiveMatricules: ReadonlySet<string> = new Set([
  '279035121518989',
  '277076322082910',
  '276059205062865',
  '221042545611404',
  '222127505611201',
  '223042545611404',
  '224027511583555',
  '209053105611201',
])
