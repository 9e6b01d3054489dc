import { type Rule } from '../project.ts';

const MOST = 250;
const GENERATED = /^packages\/(db\/migrations\/|client\/src\/generated\.ts$)|\/mockServiceWorker\.js$/;

export const fileSize: Rule = {
  name: `no file is longer than ${MOST} lines`,
  exempt: ['generated: packages/db/migrations, packages/client/src/generated.ts, mockServiceWorker.js'],
  check: (files) =>
    files.flatMap(({ path, text }) => {
      if (GENERATED.test(path)) return [];
      const lines = text.replace(/\n$/, '').split('\n').length;
      return lines > MOST ? [{ path, line: MOST + 1, message: `has ${lines} lines; split it` }] : [];
    }),
};
