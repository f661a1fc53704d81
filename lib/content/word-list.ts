/** The sentences of these keys, by key: what a view gives to the browser's code, which has no sentences of its own. */
export function wordList<const Key extends string>(
  sentence: (key: Key) => string,
  keys: readonly Key[],
): Readonly<Record<Key, string>> {
  return Object.fromEntries(keys.map(key => [key, sentence(key)])) as Record<Key, string>
}
