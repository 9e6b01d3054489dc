/** The public intakes: without CORS, pages of other origins can send nothing but plain forms (decision 0010). */
const INTAKE = /^\/api\/v1\/sites\/[^/]+\/(forms\/[^/]+\/submissions|analytics\/visits)$/;

/** Whether a path is a door for the visitors of a site, behind which no session and no key is looked at. */
export const isIntake = (path: string): boolean => INTAKE.test(path);
