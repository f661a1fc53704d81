/**
 * A document never changes once received: the place of a piece in it is its name. React needs that name written down.
 */
export function keyed<Item>(
  items: readonly Item[],
): readonly { readonly key: string; readonly item: Item; readonly place: number }[] {
  return items.map((item, place) => ({ key: `p${place}`, item, place }))
}
