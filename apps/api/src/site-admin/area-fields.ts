import { ROBOTS, TITLE_GRAPHEMES, canonicalLine, canonicalText, isId } from '@keyholder/domain';
import type { Brand } from '@keyholder/domain';
import { z } from 'zod';
import { canonicalField } from '../http/fields.ts';

/** A line that people read: `most` visible characters at most. */
export const lineField = (most: number) =>
  canonicalField((text) => canonicalLine(text, most), most * 8, `Write 1 to ${most} characters.`);

export const titleField = lineField(TITLE_GRAPHEMES);

/** A text of many lines; empty is fine. */
export const textField = (bytes: number) =>
  canonicalField(
    (text) => canonicalText(text, bytes),
    bytes,
    `Write at most ${Math.round(bytes / 1024)} kB of plain text.`,
  );

export const robotsField = z.enum(ROBOTS, { error: `Use ${ROBOTS.join('; ')}.` });

/** An id in a path. Whatever is none names nothing, which is what the caller is told: 404, not 422. */
export const pathId = <Id extends Brand<string, string>>(text: string): Id | null =>
  isId(text) ? (text as unknown as Id) : null;

export const whoSchema = z.object({ id: z.string(), name: z.string() });
