import { redirectImportWords as words } from '../messages/redirects.ts';
import { ListInput } from '../ui/list-input.tsx';
import type { Import } from './use-import.ts';

/** Paste, type or drop the list. */
export const ImportWrite = ({ list, tried }: { list: Import; tried: boolean }) => (
  <ListInput
    label={words.list}
    help={words.listHelp}
    placeholder={words.placeholder}
    rows={12}
    text={list.text}
    onText={list.setText}
    error={tried && list.found === 0 ? words.missing : undefined}
    file={words.file}
    fileWrong={words.fileWrong}
  />
);
