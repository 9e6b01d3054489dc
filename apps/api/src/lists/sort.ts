/** `-joined` is `joined` the other way round. */
export function parseSort<Key extends string>(sort: Key | `-${Key}`): { key: Key; reversed: boolean } {
  return sort.startsWith('-')
    ? { key: sort.slice(1) as Key, reversed: true }
    : { key: sort as Key, reversed: false };
}
