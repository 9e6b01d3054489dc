import { html } from 'hono/html';

/** Escaped markup. */
export type Html = ReturnType<typeof html>;

interface Page {
  readonly title: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly body: readonly (Html | null)[];
  /** Why this address got the mail. */
  readonly footer: string;
}

// Every rule is inline because mail programs drop style sheets; the one sheet is for dark mode, which is fine to lose.
const DARK =
  '@media (prefers-color-scheme: dark){.bg{background:#131311!important}.card{background:#1B1B18!important;border-color:#302F2B!important}.ink{color:#EFEDE6!important}.ink2{color:#BCB7AA!important}.btn{background:#5CC3A8!important;color:#06231C!important}.row{border-color:#302F2B!important}}';

/** The frame that all mails share: a card with one heading, no pictures, nothing fetched from anywhere. */
export const page = ({ title, preheader, heading, body, footer }: Page): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
        <style>
          ${DARK}
        </style>
      </head>
      <body class="bg" style="margin:0;padding:0;background:#F6F5F1;">
        <div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="bg"
          style="background:#F6F5F1;"
        >
          <tr>
            <td align="center" style="padding:32px 16px;">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                class="card"
                style="max-width:560px;background:#FFFFFF;border:1px solid #E2DFD7;border-radius:10px;"
              >
                <tr>
                  <td
                    style="padding:32px;font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;"
                  >
                    <p class="ink2" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#57534A;">
                      Keyholder
                    </p>
                    <h1
                      class="ink"
                      style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600;color:#1D1B17;overflow-wrap:anywhere;"
                    >
                      ${heading}
                    </h1>
                    ${body.filter((part) => part !== null)}
                  </td>
                </tr>
              </table>
              <p
                class="ink2"
                style="margin:16px 0 0;font:12px/18px -apple-system,Segoe UI,Roboto,Arial,sans-serif;color:#57534A;"
              >
                ${footer}
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html> `;

export const paragraph = (content: string | Html): Html =>
  html`<p
    class="ink"
    style="margin:0 0 20px;font-size:15px;line-height:24px;color:#1D1B17;overflow-wrap:anywhere;"
  >
    ${content}
  </p> `;

/** Small print, after the button. */
export const small = (content: string | Html): Html =>
  html`<p
    class="ink2"
    style="margin:20px 0 0;font-size:13px;line-height:20px;color:#57534A;overflow-wrap:anywhere;"
  >
    ${content}
  </p> `;

/** Small print below a line. */
export const aside = (content: string | Html): Html =>
  html`<p
    class="ink2 row"
    style="margin:24px 0 0;padding-top:16px;border-top:1px solid #E2DFD7;font-size:13px;line-height:20px;color:#57534A;overflow-wrap:anywhere;"
  >
    ${content}
  </p> `;

/** What somebody wrote, as they broke the lines. */
export const quotation = (lead: string, text: string): Html =>
  html`<p
    class="ink2 row"
    style="margin:0 0 24px;padding-left:12px;border-left:3px solid #E2DFD7;font-size:14px;line-height:22px;color:#57534A;overflow-wrap:anywhere;"
  >
    ${lead}<br /><span class="ink" style="color:#1D1B17;white-space:pre-line;">${text}</span>
  </p> `;

export const factsTable = (rows: readonly (readonly [label: string, content: string | Html])[]): Html =>
  html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="margin:0 0 24px;font-size:14px;line-height:22px;"
  >
    ${rows.map(
      ([label, content]) =>
        html`<tr>
          <td
            class="ink2 row"
            width="120"
            valign="top"
            style="padding:8px 0;border-top:1px solid #E2DFD7;color:#57534A;"
          >
            ${label}
          </td>
          <td
            class="ink row"
            style="padding:8px 0;border-top:1px solid #E2DFD7;color:#1D1B17;overflow-wrap:anywhere;"
          >
            ${content}
          </td>
        </tr> `,
    )}
  </table> `;

/** The one link of a mail. */
export const button = (label: string, link: string): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0">
    <tr>
      <td class="btn" bgcolor="#0E5A4B" style="border-radius:6px;">
        <a
          class="btn"
          href="${link}"
          style="display:inline-block;padding:13px 22px;font-size:15px;font-weight:600;color:#FFFFFF;text-decoration:none;border-radius:6px;background:#0E5A4B;"
          >${label}</a
        >
      </td>
    </tr>
  </table> `;

/** The link in words, for programs that show no buttons. */
export const plainLink = (link: string): Html =>
  html`Button not working? Copy this address into your browser:<br /><span style="word-break:break-all;"
      >${link}</span
    >`;
