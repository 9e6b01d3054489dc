// Made from the OpenAPI document of the running app: `pnpm --filter @keyholder/client generate`. Not edited by hand.

export interface AccessCheck {
  allowed: boolean;
  role:
    | 'owner'
    | 'platform_admin'
    | 'developer'
    | 'content_editor'
    | 'marketing_manager'
    | 'seo_specialist'
    | 'support_agent'
    | null;
  because: 'role_grants' | 'role_lacks' | 'access_ended' | 'no_membership';
}

export interface Activity {
  id: string;
  seq: number;
  at: string;
  actor: {
    kind: 'person' | 'api_key' | 'system';
    id: string | null;
    name: string | null;
  };
  action:
    | 'account.created'
    | 'account.renamed'
    | 'account.plan_changed'
    | 'account.slug_changed'
    | 'account.policies_changed'
    | 'account.deleted'
    | 'ownership.offered'
    | 'ownership.withdrawn'
    | 'ownership.transferred'
    | 'sso.connection_created'
    | 'sso.connection_changed'
    | 'sso.connection_deleted'
    | 'sso.domain_added'
    | 'sso.domain_verified'
    | 'sso.domain_removed'
    | 'sso.enforced'
    | 'site.created'
    | 'site.updated'
    | 'site.deleted'
    | 'account_member.joined'
    | 'account_member.role_changed'
    | 'account_member.removed'
    | 'account_member.left'
    | 'account_member.restored'
    | 'site_member.joined'
    | 'site_member.assigned'
    | 'site_member.role_changed'
    | 'site_member.access_until_changed'
    | 'site_member.access_ended'
    | 'site_member.removed'
    | 'site_member.left'
    | 'site_member.restored'
    | 'invitation.created'
    | 'invitation.resent'
    | 'invitation.revoked'
    | 'invitation.accepted'
    | 'invitation.declined'
    | 'invitation.adopted'
    | 'invitation.new_link_requested'
    | 'api_key.created'
    | 'api_key.revoked'
    | 'page.created'
    | 'page.updated'
    | 'page.published'
    | 'page.unpublished'
    | 'page.deleted'
    | 'post.created'
    | 'post.updated'
    | 'post.published'
    | 'post.unpublished'
    | 'post.deleted'
    | 'seo.updated'
    | 'redirect.created'
    | 'redirect.updated'
    | 'redirect.deleted'
    | 'code.updated'
    | 'form.created'
    | 'form.updated'
    | 'form.deleted'
    | 'order.created'
    | 'order.status_changed'
    | 'site.settings_changed'
    | 'webhook.created'
    | 'webhook.updated'
    | 'webhook.disabled'
    | 'webhook.secret_rotated'
    | 'webhook.deleted'
    | 'webhook.test_sent'
    | 'webhook.delivery_replayed';
  site?:
    | {
        id: string;
        name: string;
      }
    | undefined;
  target: {
    kind:
      | 'account'
      | 'site'
      | 'person'
      | 'invitation'
      | 'api_key'
      | 'page'
      | 'post'
      | 'redirect'
      | 'form'
      | 'order'
      | 'webhook';
    id: string;
    label: string | null;
  };
  person?:
    | {
        id: string;
        name: string;
      }
    | undefined;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  correlationId: string;
}

export interface ActivityList {
  items: Array<Activity>;
  nextCursor: string | null;
  total: number;
}

export interface Analytics {
  from: string;
  to: string;
  visits: number;
  previous: {
    from: string;
    to: string;
    visits: number;
  };
  days: Array<{
    day: string;
    visits: number;
  }>;
  pages: Array<{
    path: string;
    visits: number;
  }>;
  referrers: Array<{
    host: string;
    visits: number;
  }>;
}

export interface Content {
  id: string;
  title: string;
  slug: string;
  status: 'draft' | 'published';
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
  updatedBy: {
    id: string;
    name: string;
  };
  etag: string;
  body: string;
}

export interface ContentList {
  items: Array<ContentRow>;
  nextCursor: string | null;
  total: number;
}

export interface ContentRow {
  id: string;
  title: string;
  slug: string;
  status: 'draft' | 'published';
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
  updatedBy: {
    id: string;
    name: string;
  };
  etag: string;
}

export interface Form {
  id: string;
  name: string;
  state: 'open' | 'closed';
  fields: Array<{
    key: string;
    label: string;
    kind: 'text' | 'email' | 'textarea' | 'select' | 'checkbox';
    required: boolean;
    options: Array<string>;
    maxLength: number | null;
  }>;
  thanksPath: string;
  intake: string;
  submissions: number;
  lastSubmissionAt: string | null;
  createdAt: string;
  changedAt: string;
  etag: string;
}

export interface FormList {
  items: Array<Form>;
  nextCursor: string | null;
  total: number;
}

export interface Invitation {
  id: string;
  scope: 'site' | 'account';
  site?:
    | {
        id: string;
        name: string;
      }
    | undefined;
  account: {
    id: string;
    name: string;
  };
  email: string;
  role: string;
  note: string | null;
  status: 'pending' | 'accepted' | 'declined' | 'revoked';
  expired: boolean;
  sentAt: string;
  expiresAt: string;
  answeredAt: string | null;
  declineReason: string | null;
  sends: Array<{
    sentAt: string;
    delivery: 'queued' | 'sent' | 'failed';
    reason?: string | undefined;
  }>;
  invitedBy: {
    id: string;
    name: string;
  };
}

export interface InvitationList {
  items: Array<Invitation>;
  nextCursor: string | null;
  total: number;
}

export interface Order {
  id: string;
  number: string;
  status: 'new' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';
  customer: {
    name: string;
    email: string;
  };
  currency: string;
  total: number;
  placedAt: string;
  changedAt: string;
  etag: string;
  next: Array<'new' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded'>;
  lines: Array<{
    title: string;
    quantity: number;
    unitPrice: number;
  }>;
}

export interface OrderList {
  items: Array<OrderRow>;
  nextCursor: string | null;
  total: number;
}

export interface OrderRow {
  id: string;
  number: string;
  status: 'new' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';
  customer: {
    name: string;
    email: string;
  };
  currency: string;
  total: number;
  placedAt: string;
  changedAt: string;
  etag: string;
}

export interface PageSeo {
  page: {
    id: string;
    title: string;
    slug: string;
    status: 'draft' | 'published';
  };
  title: string | null;
  description: string | null;
  robots: 'index,follow' | 'index,nofollow' | 'noindex,follow' | 'noindex,nofollow';
  hints: {
    title: {
      length: number;
      verdict: 'missing' | 'short' | 'good' | 'long';
      from: number;
      to: number;
    };
    description: {
      length: number;
      verdict: 'missing' | 'short' | 'good' | 'long';
      from: number;
      to: number;
    };
  };
  missing: Array<'title' | 'description'>;
  etag: string;
}

export interface PageSeoList {
  items: Array<PageSeo>;
  nextCursor: string | null;
  total: number;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code:
    | 'request.malformed'
    | 'auth.required'
    | 'invitation.sign_in_required'
    | 'permission.denied'
    | 'auth.reauthentication_required'
    | 'auth.second_factor_required'
    | 'auth.sso_required'
    | 'invitation.sso_required'
    | 'request.cross_origin'
    | 'role.not_grantable'
    | 'role.not_manageable'
    | 'member.is_yourself'
    | 'api_key.not_grantable'
    | 'review.own_access'
    | 'not_found'
    | 'member.not_found'
    | 'invitation.already_pending'
    | 'invitation.not_pending'
    | 'invitation.wrong_person'
    | 'member.already_active'
    | 'member.not_restorable'
    | 'account.last_owner'
    | 'account.slug_taken'
    | 'site.last_owner'
    | 'seat.limit_reached'
    | 'second_factor.already_on'
    | 'second_factor.not_on'
    | 'access_changes.refused'
    | 'sso.domain_taken'
    | 'sso.domain_not_proven'
    | 'review.finished'
    | 'webhook.limit_reached'
    | 'webhook.disabled'
    | 'form.closed'
    | 'order.number_taken'
    | 'order.status_not_allowed'
    | 'content.slug_taken'
    | 'redirect.already_exists'
    | 'redirect.loop'
    | 'redirect.limit_reached'
    | 'invitation.expired'
    | 'invitation.superseded'
    | 'invitation.revoked'
    | 'invitation.declined'
    | 'invitation.invalid'
    | 'member.changed'
    | 'content.changed'
    | 'request.too_large'
    | 'request.unsupported_media'
    | 'validation.failed'
    | 'access.filter_required'
    | 'idempotency.mismatch'
    | 'rate.limited'
    | 'internal.error'
    | 'service.unavailable';
  detail: string;
  requestId: string;
  fields?: Record<string, string> | undefined;
  retryAfter?: number | undefined;
}

export interface Redirect {
  id: string;
  path: string;
  target: string;
  status: 301 | 302;
  createdAt: string;
  updatedAt: string;
  updatedBy: {
    id: string;
    name: string;
  };
  etag: string;
}

export interface RedirectImportResult {
  row: number;
  status: 'ok' | 'refused';
  code?:
    | 'request.malformed'
    | 'auth.required'
    | 'invitation.sign_in_required'
    | 'permission.denied'
    | 'auth.reauthentication_required'
    | 'auth.second_factor_required'
    | 'auth.sso_required'
    | 'invitation.sso_required'
    | 'request.cross_origin'
    | 'role.not_grantable'
    | 'role.not_manageable'
    | 'member.is_yourself'
    | 'api_key.not_grantable'
    | 'review.own_access'
    | 'not_found'
    | 'member.not_found'
    | 'invitation.already_pending'
    | 'invitation.not_pending'
    | 'invitation.wrong_person'
    | 'member.already_active'
    | 'member.not_restorable'
    | 'account.last_owner'
    | 'account.slug_taken'
    | 'site.last_owner'
    | 'seat.limit_reached'
    | 'second_factor.already_on'
    | 'second_factor.not_on'
    | 'access_changes.refused'
    | 'sso.domain_taken'
    | 'sso.domain_not_proven'
    | 'review.finished'
    | 'webhook.limit_reached'
    | 'webhook.disabled'
    | 'form.closed'
    | 'order.number_taken'
    | 'order.status_not_allowed'
    | 'content.slug_taken'
    | 'redirect.already_exists'
    | 'redirect.loop'
    | 'redirect.limit_reached'
    | 'invitation.expired'
    | 'invitation.superseded'
    | 'invitation.revoked'
    | 'invitation.declined'
    | 'invitation.invalid'
    | 'member.changed'
    | 'content.changed'
    | 'request.too_large'
    | 'request.unsupported_media'
    | 'validation.failed'
    | 'access.filter_required'
    | 'idempotency.mismatch'
    | 'rate.limited'
    | 'internal.error'
    | 'service.unavailable'
    | undefined;
  fields?: Record<string, string> | undefined;
  hops?: Array<string> | undefined;
  redirect?:
    | {
        path: string;
        target: string;
        status: 301 | 302;
      }
    | undefined;
}

export interface RedirectImportResults {
  results: Array<RedirectImportResult>;
}

export interface RedirectList {
  items: Array<Redirect>;
  nextCursor: string | null;
  total: number;
}

export interface Site {
  id: string;
  slug: string;
  name: string;
  domain: string;
  account: {
    id: string;
    slug: string;
    name: string;
  };
  role:
    | 'owner'
    | 'platform_admin'
    | 'developer'
    | 'content_editor'
    | 'marketing_manager'
    | 'seo_specialist'
    | 'support_agent'
    | null;
  permissions: Array<
    | 'site.view'
    | 'members.read'
    | 'members.manage'
    | 'pages.read'
    | 'pages.write'
    | 'pages.publish'
    | 'posts.read'
    | 'posts.write'
    | 'posts.publish'
    | 'seo.read'
    | 'seo.write'
    | 'redirects.read'
    | 'redirects.write'
    | 'analytics.read'
    | 'forms.read'
    | 'forms.write'
    | 'submissions.read'
    | 'orders.read'
    | 'orders.write'
    | 'code.read'
    | 'code.write'
    | 'api_keys.manage'
    | 'activity.read'
    | 'settings.read'
    | 'settings.write'
    | 'site.delete'
    | 'site.transfer'
  >;
  surfaces: Array<{
    key:
      | 'overview'
      | 'pages'
      | 'posts'
      | 'seo'
      | 'redirects'
      | 'analytics'
      | 'forms'
      | 'submissions'
      | 'orders'
      | 'code'
      | 'members'
      | 'activity'
      | 'api-keys'
      | 'settings';
    label: string;
    href: string;
  }>;
  canManageMembers: boolean;
  grantableRoles: Array<
    | 'owner'
    | 'platform_admin'
    | 'developer'
    | 'content_editor'
    | 'marketing_manager'
    | 'seo_specialist'
    | 'support_agent'
  >;
}

export interface SiteCode {
  version: number;
  css: string;
  head: string;
  body: string;
  savedAt: string | null;
  savedBy: {
    id: string;
    name: string;
  } | null;
  etag: string;
}

export interface SiteCodeVersion {
  version: number;
  savedAt: string;
  savedBy: {
    id: string;
    name: string;
  };
  bytes: {
    css: number;
    head: number;
    body: number;
  };
  changed: Array<'css' | 'head' | 'body'>;
}

export interface SiteCodeVersionList {
  items: Array<SiteCodeVersion>;
  nextCursor: string | null;
  total: number;
}

export interface SiteMemberList {
  items: Array<SiteMemberRow>;
  nextCursor: string | null;
  total: number;
}

export interface SiteMemberRow {
  user: {
    id: string;
    name: string;
    email: string;
  };
  role:
    | 'owner'
    | 'platform_admin'
    | 'developer'
    | 'content_editor'
    | 'marketing_manager'
    | 'seo_specialist'
    | 'support_agent';
  joinedAt: string;
  lastActiveAt: string | null;
  accessUntil: string | null;
  you: boolean;
  manageable: boolean;
  etag: string;
  source: 'invited' | 'assigned' | 'self_assigned' | 'copied' | 'created';
  invitedBy: {
    id: string;
    name: string;
  } | null;
  ended: boolean;
}

export interface SiteSettings {
  name: string;
  slug: string;
  domain: string;
  language: string;
  timezone: string;
  description: string;
  etag: string;
}

export interface Submission {
  id: string;
  form: {
    id: string;
    name: string;
  };
  receivedAt: string;
  answers: Array<{
    key: string;
    label: string;
    value: string | boolean;
  }>;
}

export interface SubmissionList {
  items: Array<SubmissionRow>;
  nextCursor: string | null;
  total: number;
}

export interface SubmissionReceived {
  status: 'received';
}

export interface SubmissionRow {
  id: string;
  form: {
    id: string;
    name: string;
  };
  receivedAt: string;
  preview: string;
}

/** What a program can call: by method and path, what a call takes and what it answers. */
export interface Routes {
  GET: {
    /** Read a site */
    '/api/v1/sites/{site}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
      };
      answer: Site;
    };
    /** List the pages of a site. Without their bodies. `q` looks into titles and slugs. Needs the permission `pages.read`. */
    '/api/v1/sites/{site}/pages': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** Only in this status. */
              status?: 'draft' | 'published' | undefined;
              /** By what the items are sorted; with `-` in front the other way round. */
              sort?: 'title' | '-title' | 'updated' | '-updated' | 'published' | '-published' | undefined;
            }
          | undefined;
      };
      answer: ContentList;
    };
    /** Read a page. With its body in Markdown, as it was written: show it only through something that makes it harmless. Needs the permission `pages.read`. */
    '/api/v1/sites/{site}/pages/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          id: string;
        };
      };
      answer: Content;
    };
    /** List the posts of a site. Without their bodies. `q` looks into titles and slugs. Needs the permission `posts.read`. */
    '/api/v1/sites/{site}/posts': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** Only in this status. */
              status?: 'draft' | 'published' | undefined;
              /** By what the items are sorted; with `-` in front the other way round. */
              sort?: 'title' | '-title' | 'updated' | '-updated' | 'published' | '-published' | undefined;
            }
          | undefined;
      };
      answer: ContentList;
    };
    /** Read a post. With its body in Markdown, as it was written: show it only through something that makes it harmless. Needs the permission `posts.read`. */
    '/api/v1/sites/{site}/posts/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the post. */
          id: string;
        };
      };
      answer: Content;
    };
    /** List what search engines are told about the pages of a site. With a hint at each length. `missing` leaves the pages that lack it. Needs the permission `seo.read`. */
    '/api/v1/sites/{site}/seo': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** Only pages that lack this. */
              missing?: 'any' | 'title' | 'description' | undefined;
              /** By what the items are sorted; with `-` in front the other way round. */
              sort?: 'page' | '-page' | 'missing' | '-missing' | undefined;
            }
          | undefined;
      };
      answer: PageSeoList;
    };
    /** List the redirects of a site. Needs the permission `redirects.read`. */
    '/api/v1/sites/{site}/redirects': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** By what the items are sorted; with `-` in front the other way round. */
              sort?: 'path' | '-path' | 'target' | '-target' | 'updated' | '-updated' | undefined;
            }
          | undefined;
      };
      answer: RedirectList;
    };
    /** Read a redirect. Needs the permission `redirects.read`. */
    '/api/v1/sites/{site}/redirects/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the redirect. */
          id: string;
        };
      };
      answer: Redirect;
    };
    /** Read the custom code of a site. A style sheet and snippets for head and body, as text: Keyholder never runs them. Needs the permission `code.read`. */
    '/api/v1/sites/{site}/code': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
      };
      answer: SiteCode;
    };
    /** List the versions of a site’s code. Newest first, each with its sizes and the parts that it changed. Needs the permission `code.read`. */
    '/api/v1/sites/{site}/code/history': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
            }
          | undefined;
      };
      answer: SiteCodeVersionList;
    };
    /** Read one version of a site’s code. Needs the permission `code.read`. */
    '/api/v1/sites/{site}/code/history/{version}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the version. */
          version: string;
        };
      };
      answer: SiteCode;
    };
    /** List the members of a site. Strongest role first, then by name. `-` before a sort key reverses it. Members whose access has ended are marked `ended`. Needs the permission `members.read`. */
    '/api/v1/sites/{site}/members': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** Only with this role. */
              role?:
                | 'owner'
                | 'platform_admin'
                | 'developer'
                | 'content_editor'
                | 'marketing_manager'
                | 'seo_specialist'
                | 'support_agent'
                | undefined;
              /** By what the items are sorted; with `-` in front the other way round. */
              sort?:
                | 'role'
                | '-role'
                | 'name'
                | '-name'
                | 'email'
                | '-email'
                | 'joined'
                | '-joined'
                | 'lastActive'
                | '-lastActive'
                | 'accessUntil'
                | '-accessUntil'
                | undefined;
            }
          | undefined;
      };
      answer: SiteMemberList;
    };
    /** List invitations to a site. Needs the permission `members.read`. */
    '/api/v1/sites/{site}/invitations': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only in this status. */
              status?: 'pending' | 'accepted' | 'declined' | 'revoked' | undefined;
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** `true`: only those whose link has expired; `false`: only those whose link still works. */
              expired?: 'true' | 'false' | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
            }
          | undefined;
      };
      answer: InvitationList;
    };
    /** Read an invitation. Needs the permission `members.read`. */
    '/api/v1/sites/{site}/invitations/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the invitation. */
          id: string;
        };
      };
      answer: Invitation;
    };
    /** List what happened on a site. The site’s part of the audit log, newest first, without network addresses. Filters by action, actor, target and time. Needs the permission `activity.read`. */
    '/api/v1/sites/{site}/activity': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only this action. */
              action?:
                | 'account.created'
                | 'account.renamed'
                | 'account.plan_changed'
                | 'account.slug_changed'
                | 'account.policies_changed'
                | 'account.deleted'
                | 'ownership.offered'
                | 'ownership.withdrawn'
                | 'ownership.transferred'
                | 'sso.connection_created'
                | 'sso.connection_changed'
                | 'sso.connection_deleted'
                | 'sso.domain_added'
                | 'sso.domain_verified'
                | 'sso.domain_removed'
                | 'sso.enforced'
                | 'site.created'
                | 'site.updated'
                | 'site.deleted'
                | 'account_member.joined'
                | 'account_member.role_changed'
                | 'account_member.removed'
                | 'account_member.left'
                | 'account_member.restored'
                | 'site_member.joined'
                | 'site_member.assigned'
                | 'site_member.role_changed'
                | 'site_member.access_until_changed'
                | 'site_member.access_ended'
                | 'site_member.removed'
                | 'site_member.left'
                | 'site_member.restored'
                | 'invitation.created'
                | 'invitation.resent'
                | 'invitation.revoked'
                | 'invitation.accepted'
                | 'invitation.declined'
                | 'invitation.adopted'
                | 'invitation.new_link_requested'
                | 'api_key.created'
                | 'api_key.revoked'
                | 'page.created'
                | 'page.updated'
                | 'page.published'
                | 'page.unpublished'
                | 'page.deleted'
                | 'post.created'
                | 'post.updated'
                | 'post.published'
                | 'post.unpublished'
                | 'post.deleted'
                | 'seo.updated'
                | 'redirect.created'
                | 'redirect.updated'
                | 'redirect.deleted'
                | 'code.updated'
                | 'form.created'
                | 'form.updated'
                | 'form.deleted'
                | 'order.created'
                | 'order.status_changed'
                | 'site.settings_changed'
                | 'webhook.created'
                | 'webhook.updated'
                | 'webhook.disabled'
                | 'webhook.secret_rotated'
                | 'webhook.deleted'
                | 'webhook.test_sent'
                | 'webhook.delivery_replayed'
                | undefined;
              /** Only what this person did, by their id; `system`: what nobody did in person. */
              actor?: string | undefined;
              /** Only what was done to this, by its id. */
              target?: string | undefined;
              /** From this time or day on. */
              from?: string | undefined;
              /** Up to this time or day. */
              to?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
            }
          | undefined;
      };
      answer: ActivityList;
    };
    /** Read the visits of a site. By day and by page, with the span of the same length before it. Days are days in UTC, at most 366 of them; without any the last 30. Needs the permission `analytics.read`. */
    '/api/v1/sites/{site}/analytics': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** From this time or day on. */
              from?: string | undefined;
              /** Up to this time or day. */
              to?: string | undefined;
            }
          | undefined;
      };
      answer: Analytics;
    };
    /** List the forms of a site. By name, each with the number of its submissions. Needs the permission `forms.read`. */
    '/api/v1/sites/{site}/forms': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
            }
          | undefined;
      };
      answer: FormList;
    };
    /** Read a form. Needs the permission `forms.read`. */
    '/api/v1/sites/{site}/forms/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the form. */
          id: string;
        };
      };
      answer: Form;
    };
    /** List what was sent to the forms of a site. Newest first. `q` looks into the answers. Needs the permission `submissions.read`. */
    '/api/v1/sites/{site}/submissions': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** Only of this form, by its id. */
              form?: string | undefined;
              /** From this time or day on. */
              from?: string | undefined;
              /** Up to this time or day. */
              to?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
            }
          | undefined;
      };
      answer: SubmissionList;
    };
    /** Export submissions as CSV. With the filters of the list; with `form` a column for each of its fields. No cell begins a formula. Recorded as a security event. Needs the permission `submissions.read`. */
    '/api/v1/sites/{site}/submissions.csv': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** Only of this form, by its id. */
              form?: string | undefined;
              /** From this time or day on. */
              from?: string | undefined;
              /** Up to this time or day. */
              to?: string | undefined;
            }
          | undefined;
      };
      answer: string;
    };
    /** Read a submission. Needs the permission `submissions.read`. */
    '/api/v1/sites/{site}/submissions/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the submission. */
          id: string;
        };
      };
      answer: Submission;
    };
    /** List the orders of a site. Newest first. `q` finds by number, name and address of the customer. Needs the permission `orders.read`. */
    '/api/v1/sites/{site}/orders': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
        query?:
          | {
              /** Only what contains this text, in capital or small letters. */
              q?: string | undefined;
              /** How many items at most. */
              limit?: number | undefined;
              /** The `nextCursor` of the page before, from the same list with the same filters. */
              cursor?: string | undefined;
              /** Only in this status. */
              status?: 'new' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded' | undefined;
            }
          | undefined;
      };
      answer: OrderList;
    };
    /** Read an order. Needs the permission `orders.read`. */
    '/api/v1/sites/{site}/orders/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the order. */
          id: string;
        };
      };
      answer: Order;
    };
    /** Read the settings of a site. Needs the permission `settings.read`. */
    '/api/v1/sites/{site}/settings': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };
      };
      answer: SiteSettings;
    };
  };
  POST: {
    /** Write a page. As a draft. Without `slug` it is made from the title. Needs the permission `pages.write`. */
    '/api/v1/sites/{site}/pages': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          title: string;
          slug?: string | undefined;
          body?: string | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Publish a page. A published one stays as it is. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `pages.publish`. */
    '/api/v1/sites/{site}/pages/{id}/publish': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Take a page back to a draft. A draft stays as it is. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `pages.publish`. */
    '/api/v1/sites/{site}/pages/{id}/unpublish': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Write a post. As a draft. Without `slug` it is made from the title. Needs the permission `posts.write`. */
    '/api/v1/sites/{site}/posts': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          title: string;
          slug?: string | undefined;
          body?: string | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Publish a post. A published one stays as it is. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `posts.publish`. */
    '/api/v1/sites/{site}/posts/{id}/publish': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the post. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Take a post back to a draft. A draft stays as it is. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `posts.publish`. */
    '/api/v1/sites/{site}/posts/{id}/unpublish': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the post. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
        idempotencyKey?: string | undefined;
      };
      answer: Content;
    };
    /** Add a redirect. Paths are compared in one form: no trailing slash, one way of percent-encoding. A target is a path of the site or an http(s) address. What would lead back to itself, over any number of steps, is refused with its `hops`. Needs the permission `redirects.write`. */
    '/api/v1/sites/{site}/redirects': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          path: string;
          target: string;
          status?: 301 | 302 | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: Redirect;
    };
    /** Add many redirects. Up to 500 rows, each judged after those before it. `dryRun` only says what would become of them. Rows without a status are 301. Needs the permission `redirects.write`. */
    '/api/v1/sites/{site}/redirects/import': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          rows: Array<{
            path: string;
            target: string;
            status?: string | number | undefined;
          }>;
          dryRun?: boolean | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: RedirectImportResults;
    };
    /** Ask whether a person may do something on a site. Answers by their role of this instant. For keys that carry `access.check`, and for whoever may see the members of the site. It changes nothing, so an `Idempotency-Key` is not kept: the same question may have another answer. A key needs `access.check`. */
    '/api/v1/sites/{site}/access-check': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          userId: string;
          permission:
            | 'site.view'
            | 'members.read'
            | 'members.manage'
            | 'pages.read'
            | 'pages.write'
            | 'pages.publish'
            | 'posts.read'
            | 'posts.write'
            | 'posts.publish'
            | 'seo.read'
            | 'seo.write'
            | 'redirects.read'
            | 'redirects.write'
            | 'analytics.read'
            | 'forms.read'
            | 'forms.write'
            | 'submissions.read'
            | 'orders.read'
            | 'orders.write'
            | 'code.read'
            | 'code.write'
            | 'api_keys.manage'
            | 'activity.read'
            | 'settings.read'
            | 'settings.write'
            | 'site.delete'
            | 'site.transfer';
        };
      };
      answer: AccessCheck;
    };
    /** Count a visit. For the pages of a site: no sign-in, no key, no cookie. Takes JSON, or a plain form as `navigator.sendBeacon` sends it with `URLSearchParams`. Counted are day, path without query, and the host of the referrer; nothing about the visitor is kept. At most 120 a minute per site and network address. */
    '/api/v1/sites/{site}/analytics/visits': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          path: string;
          referrer?: string | undefined;
          at?: string | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: undefined;
    };
    /** Create a form. A form is open from the first moment on. Where a plain HTML form sends it is named in `intake`; `homepage` is no key, because a hidden field of that name catches programs. Needs the permission `forms.write`. */
    '/api/v1/sites/{site}/forms': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          name: string;
          fields: Array<{
            key: string;
            label: string;
            kind: 'text' | 'email' | 'textarea' | 'select' | 'checkbox';
            required?: boolean | undefined;
            options?: Array<string> | undefined;
            maxLength?: number | null | undefined;
          }>;
          thanksPath?: string | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: Form;
    };
    /** Send a form. For the visitors of a site: no sign-in, no key. Takes a flat object of the form’s keys, or the same from a plain HTML form (`application/x-www-form-urlencoded`), which is then led to the form’s `thanksPath` on its site (303). A field `homepage`, hidden from people, catches programs: what fills it in is answered alike and dropped. At most 30 a minute per form and network address. */
    '/api/v1/sites/{site}/forms/{form}/submissions': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the form. */
          form: string;
        };

        body?: Record<string, string | boolean> | undefined;

        idempotencyKey?: string | undefined;
      };
      answer: SubmissionReceived;
    };
    /** Report an order. For the site’s own shop. Amounts are whole numbers of the currency’s smallest unit; an order begins as `new`. Needs the permission `orders.write`. */
    '/api/v1/sites/{site}/orders': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          number: string;
          customer: {
            name: string;
            email: string;
          };
          currency: string;
          total: number;
          lines: Array<{
            title: string;
            quantity: number;
            unitPrice: number;
          }>;
          placedAt?: string | undefined;
        };

        idempotencyKey?: string | undefined;
      };
      answer: Order;
    };
  };
  PUT: {
    /** Save the custom code of a site. All three parts. The version before stays in the history, which holds 100; saving an old one again restores it. `If-Match` with the `etag` refuses when somebody else saved meanwhile. Needs the permission `code.write`. */
    '/api/v1/sites/{site}/code': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          css: string;
          head: string;
          body: string;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: SiteCode;
    };
  };
  PATCH: {
    /** Change name or domain of a site. The slug stays as it is. Needs the permission `settings.write`. */
    '/api/v1/sites/{site}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          name?: string | undefined;
          domain?: string | undefined;
        };
      };
      answer: Site;
    };
    /** Edit a page. A published page changes at once for everybody. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `pages.write`. */
    '/api/v1/sites/{site}/pages/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          id: string;
        };

        body: {
          title?: string | undefined;
          slug?: string | undefined;
          body?: string | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: Content;
    };
    /** Edit a post. A published post changes at once for everybody. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `posts.write`. */
    '/api/v1/sites/{site}/posts/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the post. */
          id: string;
        };

        body: {
          title?: string | undefined;
          slug?: string | undefined;
          body?: string | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: Content;
    };
    /** Change what search engines are told about a page. Null takes a title or description away. `If-Match` with the `etag` refuses when it changed meanwhile. Needs the permission `seo.write`. */
    '/api/v1/sites/{site}/seo/{pageId}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          pageId: string;
        };

        body: {
          title?: string | null | undefined;
          description?: string | null | undefined;
          robots?: 'index,follow' | 'index,nofollow' | 'noindex,follow' | 'noindex,nofollow' | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: PageSeo;
    };
    /** Change a redirect. `If-Match` with the `etag` refuses when somebody else changed it meanwhile. Needs the permission `redirects.write`. */
    '/api/v1/sites/{site}/redirects/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the redirect. */
          id: string;
        };

        body: {
          path?: string | undefined;
          target?: string | undefined;
          status?: 301 | 302 | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: Redirect;
    };
    /** Change, close or open a form. What came in before keeps the labels that it was asked with. `If-Match` takes the etag that you saw. Needs the permission `forms.write`. */
    '/api/v1/sites/{site}/forms/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the form. */
          id: string;
        };

        body: {
          name?: string | undefined;
          state?: 'open' | 'closed' | undefined;
          fields?:
            | Array<{
                key: string;
                label: string;
                kind: 'text' | 'email' | 'textarea' | 'select' | 'checkbox';
                required?: boolean | undefined;
                options?: Array<string> | undefined;
                maxLength?: number | null | undefined;
              }>
            | undefined;
          thanksPath?: string | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: Form;
    };
    /** Change the status of an order. To one of the statuses in `next`; the one that it has changes nothing. `If-Match` takes the etag that you saw. Needs the permission `orders.write`. */
    '/api/v1/sites/{site}/orders/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the order. */
          id: string;
        };

        body: {
          status: 'new' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: Order;
    };
    /** Change the settings of a site. Name and domain are those of `PATCH /api/v1/sites/:site`. `If-Match` takes the etag that you saw. Needs the permission `settings.write`. */
    '/api/v1/sites/{site}/settings': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
        };

        body: {
          name?: string | undefined;
          domain?: string | undefined;
          language?: string | undefined;
          timezone?: string | undefined;
          description?: string | undefined;
        };
        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: SiteSettings;
    };
  };
  DELETE: {
    /** Delete a page. Its slug is free again. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `pages.write`. */
    '/api/v1/sites/{site}/pages/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the page. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: undefined;
    };
    /** Delete a post. Its slug is free again. `If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs. Needs the permission `posts.write`. */
    '/api/v1/sites/{site}/posts/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the post. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: undefined;
    };
    /** Delete a redirect. Needs the permission `redirects.write`. */
    '/api/v1/sites/{site}/redirects/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the redirect. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: undefined;
    };
    /** Delete a form. It takes nothing more; its submissions stay readable. Needs the permission `forms.write`. */
    '/api/v1/sites/{site}/forms/{id}': {
      ask: {
        path: {
          /** Id of the site. */
          site: string;
          /** Id of the form. */
          id: string;
        };

        ifMatch?: string | { readonly etag: string } | undefined;
      };
      answer: undefined;
    };
  };
}
