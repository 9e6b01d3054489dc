/* Small hand-written readers for search params: zod stays out of the first load. */
type Raw = Record<string, unknown>;

/** A text, or nothing when empty. The router parses `?q=12` to a number, so numbers are read as text. */
export const text = (raw: Raw, key: string): string | undefined => {
  const value = raw[key];
  const read = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof read === 'string' && read !== '' ? read : undefined;
};
export const texts = <const K extends string>(raw: Raw, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, text(raw, key)])) as Record<K, string | undefined>;
export const oneOf = <const V extends string>(raw: Raw, key: string, values: readonly V[]): V | undefined =>
  values.find((value) => value === raw[key]);
export const flag = (raw: Raw, key: string): true | undefined =>
  raw[key] === 1 || raw[key] === '1' || raw[key] === true ? true : undefined;
/** Leaves out what is not set, so that addresses stay short. */
export const only = <T extends Raw>(search: T): { [K in keyof T]?: T[K] | undefined } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: T[K] | undefined;
  };
