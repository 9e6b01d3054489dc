import { useRef, type RefObject } from 'react';

/**
 * Where the popup of a trigger is mounted: in the dialog or landmark around the trigger, so that a screen reader
 * finds it where it belongs. Put `mark` on the trigger and `landmark` on the portal.
 */
export function useLandmark(): {
  landmark: RefObject<HTMLElement | null>;
  mark: (trigger: HTMLElement | null) => void;
} {
  const landmark = useRef<HTMLElement | null>(null);
  const mark = useRef((trigger: HTMLElement | null) => {
    if (trigger) landmark.current = trigger.closest<HTMLElement>('[role=dialog],[role=alertdialog],main,nav');
  });
  return { landmark, mark: mark.current };
}
