import { embedWords as words } from '../messages/forms.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/panel.tsx';
import type { Form } from './form-queries.ts';
import { htmlSnippet } from './html-snippet.ts';

const boxClass =
  'm-0 max-h-72 overflow-auto rounded-2 border border-line bg-canvas px-2.5 py-1.5 font-mono text-12 leading-4';

/** What a page of the site needs: the address that takes submissions, and the HTML around it. */
export function FormEmbed({ form }: { form: Form }) {
  const intake = new URL(form.intake, location.origin).href;
  const html = htmlSnippet(intake, form.fields);
  return (
    <Section title={words.title}>
      <p className="text-12 text-ink-3">{words.help}</p>
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-13 font-semibold">{words.intake}</h3>
        <CopyButton text={intake} name={words.intake} />
      </div>
      <p className={`${boxClass} [overflow-wrap:anywhere]`}>{intake}</p>
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-13 font-semibold">{words.html}</h3>
        <CopyButton text={html} name={words.html} />
      </div>
      <pre tabIndex={0} role="region" aria-label={words.html} className={boxClass}>
        {html}
      </pre>
      <p className="text-12 text-ink-3">{words.honeypotHelp}</p>
    </Section>
  );
}
