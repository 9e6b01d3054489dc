/** To the first field of a form that says what is wrong, once it says so; `data-fault` is for what is no field. */
export const focusFault = (form: HTMLElement | null): void =>
  void requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid],[data-fault]')?.focus());
