/** What can be wrong with the fields of a form: a closed list without prose, worded where it is shown. */
export const FIELD_FAULTS = [
  'fields.none',
  'fields.too_many',
  'key.malformed',
  'key.reserved',
  'key.twice',
  'options.none',
  'options.too_many',
  'options.twice',
  'options.not_here',
  'length.out_of_range',
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];

/** What can be wrong with an answer to a form. */
export const ANSWER_FAULTS = [
  'answer.not_asked',
  'answer.missing',
  'answer.too_long',
  'answer.not_text',
  'answer.no_email',
  'answer.no_option',
  'answer.no_tick',
] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

/** A fault and where it is, as a path into the request's body. */
export interface Fault<Name extends string> {
  readonly path: string;
  readonly fault: Name;
}
