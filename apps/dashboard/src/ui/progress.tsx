/** How much of something is used or done. */
export function Meter({ value, max, label }: { value: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(100, Math.round((value / max) * 100)) : 0;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className="h-1.5 overflow-hidden rounded-full bg-sunken"
    >
      <i className="block h-full bg-accent" style={{ width: `${share}%` }} />
    </div>
  );
}

/** Two pixels at the top of the window while a page is on its way; quiet for the first 150 ms. */
export const ProgressBar = ({ label }: { label: string }) => (
  <div
    role="progressbar"
    aria-label={label}
    className="progress-bar fixed inset-x-0 top-0 z-70 h-0.5 overflow-hidden"
  >
    <i className="block h-full w-1/3 bg-accent" />
  </div>
);
