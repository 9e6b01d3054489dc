import { createHash } from 'node:crypto';
import { utf8Bytes } from '@keyholder/domain';

/** What the audit log keeps of a long text: enough to prove which one it was, not the text itself. */
export const textFacts = <Name extends string>(name: Name, text: string) =>
  ({
    [`${name}Bytes`]: utf8Bytes(text),
    [`${name}Sha256`]: createHash('sha256').update(text).digest('hex'),
  }) as Record<`${Name}Bytes`, number> & Record<`${Name}Sha256`, string>;
