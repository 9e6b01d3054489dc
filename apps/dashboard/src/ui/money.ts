/** An amount in a currency's smallest unit as people read it: `1999`, `EUR` → "€19.99". */
export function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
