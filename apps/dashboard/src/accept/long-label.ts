/** For buttons with a name or an address in them: they grow instead of running out of a phone. */
export const longLabel =
  'h-auto! min-h-11 py-2 leading-5! whitespace-normal! text-center [overflow-wrap:anywhere]';
