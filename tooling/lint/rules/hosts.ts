import { isTest, matches, type Rule, type SourceFile } from '../project.ts';

// Names reserved for examples and the names of XML languages are never fetched.
const FOREIGN =
  /(?:https?:|wss?:)?\/\/(?!(?:[\w.-]+\.)?example(?:\.(?:com|org|net))?\b|www\.w3\.org\/)[a-z\d-]+(?:\.[a-z\d-]+)+/gi;

export const hosts: Rule = {
  name: 'the dashboard names no foreign host',
  check: (files) =>
    files
      .filter(inDashboard)
      .flatMap((file) =>
        matches(withoutLineComments(file), FOREIGN, (found) => `${found}; everything comes from our origin`),
      ),
};

const inDashboard = ({ path }: SourceFile): boolean =>
  path.startsWith('apps/dashboard/src/') && !isTest(path);

/** A comment may cite a source. Blanked, not cut, so that line numbers stay. */
const withoutLineComments = (file: SourceFile): SourceFile => ({
  ...file,
  text: file.text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''),
});
