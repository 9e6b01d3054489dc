import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isGenuine, signedEvent, verifyLinks } from '@keyholder/db';
import type { ChainHead, ChainLink, ChainVerdict } from '@keyholder/db';
import { z } from 'zod';
import { UsageError } from './terminal.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const lineSchema = z.looseObject({
  seq: z.number().int().positive(),
  account_id: z.string(),
  previous_mac: hex.nullable(),
  mac: hex,
});

interface Line extends ChainLink {
  readonly previous: Buffer;
}

/** A whole export with nothing but the key: every event genuine, none missing from the first on [R42]. */
export const verifyFile = (
  file: string,
  key: Buffer,
  heads: readonly ChainHead[] = [],
): Promise<ChainVerdict> => verifyLinks(key, linesOf(file), heads);

/** An export made with a filter has gaps by right: each event is checked against the mac that stood before it. */
export async function verifySelection(file: string, key: Buffer): Promise<ChainVerdict> {
  let events = 0;
  for await (const line of linesOf(file)) {
    events += 1;
    const { seq, id } = line.event;
    if (!isGenuine(key, line.previous, line))
      return { events, intact: false, firstBad: { seq, id, problem: 'changed' } };
  }
  return { events, intact: true };
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() !== '') yield parse(text, number);
  }
}

function parse(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const { success, data } = lineSchema.safeParse(value);
  if (!success) throw new UsageError(`Line ${number} is not an event of an NDJSON export of the audit log.`);
  const { previous_mac: previous, mac, ...event } = data;
  const signed = signedEvent(event);
  // Whatever else stands in the line was not signed, so the line is not what was written.
  const added = Object.keys(event).some((key) => !(key in signed));
  return {
    event: signed,
    mac: added ? Buffer.alloc(0) : Buffer.from(mac, 'hex'),
    previous: previous === null ? Buffer.alloc(32) : Buffer.from(previous, 'hex'),
  };
}
