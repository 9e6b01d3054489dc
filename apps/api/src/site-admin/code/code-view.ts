import { CODE_PARTS, NO_CODE, utf8Bytes } from '@keyholder/domain';
import type { CodePart, SiteCode, UserId } from '@keyholder/domain';
import { z } from 'zod';
import { whoSchema } from '../area-fields.ts';
import { etagOf } from '../etag.ts';

/** A version of a site's code: text, which Keyholder never runs. Version 0: nothing was saved yet. */
export const codeSchema = z
  .object({
    version: z.number().int(),
    css: z.string(),
    head: z.string(),
    body: z.string(),
    savedAt: z.string().nullable(),
    savedBy: whoSchema.nullable(),
    etag: z.string(),
  })
  .meta({ ref: 'SiteCode' });
export type CodeView = z.infer<typeof codeSchema>;

const sizes = z.object({ css: z.number().int(), head: z.number().int(), body: z.number().int() });
export const codeVersionSchema = z
  .object({
    version: z.number().int(),
    savedAt: z.string(),
    savedBy: whoSchema,
    bytes: sizes,
    /** In which it differs from the version before it. */
    changed: z.array(z.enum(CODE_PARTS)),
  })
  .meta({ ref: 'SiteCodeVersion' });
export type CodeVersionView = z.infer<typeof codeVersionSchema>;

export interface CodeVersion extends SiteCode {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: { readonly id: UserId; readonly name: string };
}

export function viewCode(code: CodeVersion | null): CodeView {
  const { css, head, body } = code ?? NO_CODE;
  const version = code?.version ?? 0;
  return {
    ...{ version, css, head, body },
    savedAt: code?.savedAt.toISOString() ?? null,
    savedBy: code ? { id: code.savedBy.id, name: code.savedBy.name } : null,
    etag: etagOf({ version }),
  };
}

export const viewCodeVersion = (
  { version, savedAt, savedBy, ...code }: CodeVersion,
  changed: readonly CodePart[],
): CodeVersionView => ({
  version,
  savedAt: savedAt.toISOString(),
  savedBy: { id: savedBy.id, name: savedBy.name },
  bytes: { css: utf8Bytes(code.css), head: utf8Bytes(code.head), body: utf8Bytes(code.body) },
  changed: [...changed],
});
