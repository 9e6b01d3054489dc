/** How long the links of verification and password-reset mails work, in ms: the mails say it, the library enforces it. */
export const IDENTITY_LINK_MS = 3_600_000;
