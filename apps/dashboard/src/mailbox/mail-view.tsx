import { useState } from 'react';
import { mailboxWords as words } from '../messages/sites.ts';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import type { DevMail } from './mailbox-query.ts';

const VIEWS = ['html', 'text', 'links'] as const;

export function MailView({ mail }: { mail: DevMail }) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('html');
  const links = linksOf(mail.text);
  return (
    <Panel className="min-w-0">
      <div className="flex flex-col gap-3 border-b border-line p-4">
        <div>
          <h2 className="text-16 font-semibold [overflow-wrap:anywhere]">{mail.subject}</h2>
          <p className="text-13 text-ink-2">
            {words.to} <span className="font-mono">{mail.to}</span>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <div role="group" aria-label={words.view} className="mr-auto flex gap-1">
            {VIEWS.map((each) => (
              <Button
                key={each}
                kind="quiet"
                aria-pressed={view === each}
                onClick={() => setView(each)}
                className="aria-pressed:bg-fill-2 aria-pressed:text-ink"
              >
                {words.views[each]}
              </Button>
            ))}
          </div>
          {links[0] && <LinkActions href={links[0]} primary />}
        </div>
      </div>
      {view === 'html' && (
        <iframe
          title={words.frame(mail.subject)}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
          srcDoc={`<base target="_top">${mail.html}`}
          className="h-[60dvh] w-full rounded-b-3 bg-canvas"
        />
      )}
      {view === 'text' && (
        <pre
          tabIndex={0}
          className="max-h-[60dvh] overflow-auto p-4 font-mono text-13 whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {mail.text}
        </pre>
      )}
      {view === 'links' && (
        <ul className="flex flex-col gap-3 p-4">
          {links.length === 0 && <li className="text-ink-2">{words.noLinks}</li>}
          {links.map((href) => (
            <li key={href} className="flex flex-col gap-2">
              <span className="font-mono text-13 [overflow-wrap:anywhere]">{href}</span>
              <div className="flex flex-wrap gap-2">
                <LinkActions href={href} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** No page can open a private window by itself: the address goes to the clipboard for it. */
function LinkActions({ href, primary = false }: { href: string; primary?: boolean }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <ButtonAnchor href={href} kind={primary ? 'primary' : 'secondary'}>
        {words.openLink}
      </ButtonAnchor>
      <Button onClick={() => void navigator.clipboard.writeText(href).then(() => setCopied(true))}>
        {copied ? words.copied : words.copyLink}
      </Button>
    </>
  );
}

const linksOf = (text: string): readonly string[] => [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
