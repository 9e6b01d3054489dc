import { useRef, type KeyboardEvent } from 'react';

const PAUSE_MS = 600;
type BaseKeyEvent = KeyboardEvent<HTMLElement> & { preventBaseUIHandler?: () => void };

/**
 * The part below reads letters on a closed select only once it has mounted its list, a moment after focus. Until then
 * the letters of a fast typist are read here, so that Tab and two letters choose every time.
 */
export function useEarlyLetters(
  options: readonly { label: string; unavailable?: string | undefined }[],
  onMatch: (index: number) => void,
) {
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const onKeyDown = (event: BaseKeyEvent) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    const going = typed.current.text !== '' && event.timeStamp - typed.current.at < PAUSE_MS;
    if (!going && list.current !== null) return;
    event.preventBaseUIHandler?.();
    const text = (going ? typed.current.text : '') + event.key.toLowerCase();
    typed.current = { text, at: event.timeStamp };
    const index = options.findIndex(
      ({ label, unavailable }) => unavailable === undefined && label.toLowerCase().startsWith(text),
    );
    if (index >= 0) onMatch(index);
  };
  return { list, onKeyDown };
}
