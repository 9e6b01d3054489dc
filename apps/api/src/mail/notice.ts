import { html } from 'hono/html';
import { aside, button, factsTable, page, paragraph, plainLink, small } from './layout.ts';
import type { Letter, Occasion } from './letter.ts';
import type { Person } from './new-mail.ts';
import { textFacts, textPart, wrap } from './text-layout.ts';

interface Notice {
  readonly subject: string;
  readonly onBehalfOf: string | null;
  readonly replyTo: Person | null;
  /** Says the whole news in one line. */
  readonly heading: string;
  readonly lead: string;
  readonly facts: readonly (readonly [label: string, ...texts: string[]])[];
  readonly action?: { readonly label: string; readonly text: string };
  /** What to do now, or when the news is a surprise. */
  readonly closing: string;
  readonly footer: string;
}

/** A mail that tells what happened. All of its words are safe already: see safe-text.ts. */
export const notice = (notice: Notice, { link }: Pick<Occasion, 'link'>): Letter => ({
  subject: notice.subject,
  onBehalfOf: notice.onBehalfOf,
  replyTo: notice.replyTo,
  text: textPart(
    wrap(notice.heading),
    wrap(notice.lead),
    notice.facts.length === 0 ? null : textFacts(notice.facts),
    notice.action ? `${notice.action.text}:\n${link}` : null,
    wrap(notice.closing),
    wrap(notice.footer),
  ),
  html: page({
    title: notice.subject,
    preheader: notice.lead,
    heading: notice.heading,
    footer: notice.footer,
    body: [
      paragraph(notice.lead),
      notice.facts.length === 0
        ? null
        : factsTable(
            notice.facts.map(([label, ...texts]) => [
              label,
              html`${texts.map((text, index) => (index === 0 ? text : html`<br />${text}`))}`,
            ]),
          ),
      notice.action ? button(notice.action.label, link) : null,
      notice.action ? small(plainLink(link)) : null,
      aside(notice.closing),
    ],
  }),
});
