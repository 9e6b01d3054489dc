import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { asProblem, type ApiProblem } from './problem.ts';

/**
 * Puts the faults of a problem on their fields, the first one focused. Answers the problem when there is more to
 * say than the fields can (show it in a ProblemNote), else null.
 */
export function applyProblem<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
  fields: readonly FieldPath<Values>[],
): ApiProblem | null {
  const problem = asProblem(error);
  const known = problem.fields.filter(({ field }) => (fields as readonly string[]).includes(field));
  known.forEach(({ field, message }, index) =>
    setError(field as FieldPath<Values>, { type: 'server', message }, { shouldFocus: index === 0 }),
  );
  return known.length > 0 && known.length === problem.fields.length ? null : problem;
}
