import { useEffect, useId } from 'react';

export interface UnsavedText {
  /** What the text is of: "Body of Opening hours". */
  readonly label: string;
  readonly text: string;
}
const texts = new Map<string, UnsavedText>();

/** What is being written right now, in no editor twice: for the page that says that access has ended. */
export const unsavedTexts = (): readonly UnsavedText[] =>
  [...texts.values()].filter(({ text }) => text.trim() !== '');

/** An editor says what would be lost without it; null while everything is saved. */
export function useUnsavedText(label: string, text: string | null): void {
  const id = useId();
  useEffect(() => {
    if (text === null) texts.delete(id);
    else texts.set(id, { label, text });
    return () => void texts.delete(id);
  }, [id, label, text]);
}
