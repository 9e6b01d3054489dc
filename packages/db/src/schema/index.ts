export * from './account.ts';
export * from './audit.ts';
export * from './identity.ts';
export * from './invitation.ts';
export * from './ownership.ts';
export * from './site-content.ts';
export * from './site-data.ts';
export * from './sso.ts';
