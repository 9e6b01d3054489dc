import { useState } from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';
import { inputClass, type TextInputProps } from './text-input.tsx';
import { words } from './words.ts';

/** A password with Show/Hide. Pasting and password managers work; nothing is cut or trimmed. */
export function PasswordInput({ className, tall, ...rest }: Omit<TextInputProps, 'type'>) {
  const control = useFieldControl();
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <input
        {...control}
        {...rest}
        type={shown ? 'text' : 'password'}
        autoCapitalize="off"
        spellCheck={false}
        className={cx(inputClass, 'pr-16', tall ? 'h-10 coarse:h-11' : 'h-ctl', className)}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-controls={control.id}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 min-w-14 rounded-2 px-2.5 text-13 font-medium text-ink-2 hover:text-ink"
      >
        {shown ? words.hide : words.show}
      </button>
    </div>
  );
}
