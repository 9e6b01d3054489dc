import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/**
 * JSON lines. Call sites log named fields only, never bodies, headers or addresses; the list below is the net for what
 * slips through anyway (security.md 1.2.7).
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'token',
          'password',
          'link',
          'cookie',
          'authorization',
          'email',
          '*.token',
          '*.password',
          '*.cookie',
          '*.authorization',
          '*.email',
        ],
        censor: '[redacted]',
      },
    },
    destination,
  );
