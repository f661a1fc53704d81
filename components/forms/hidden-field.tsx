/** What a form sends without showing it: the state of the page, never a right. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input name={name} type="hidden" value={value} />
}
