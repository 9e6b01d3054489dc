CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"disabled_by" text,
	"secret" "bytea" NOT NULL,
	"previous_secret" "bytea",
	"previous_until" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "webhook_of_account" UNIQUE("account_id","id"),
	CONSTRAINT "webhook_disabled" CHECK (("webhook"."disabled_at" is null) = ("webhook"."disabled_by" is null)),
	CONSTRAINT "webhook_disabled_by" CHECK ("webhook"."disabled_by" is null or "webhook"."disabled_by" in ('person', 'failing')),
	CONSTRAINT "webhook_overlap" CHECK (("webhook"."previous_secret" is null) = ("webhook"."previous_until" is null)),
	CONSTRAINT "webhook_events" CHECK ("webhook"."events" <@ array['membership.created', 'membership.changed', 'membership.removed', 'invitation.created', 'invitation.resent', 'invitation.accepted', 'invitation.declined', 'invitation.revoked'])
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"status" integer,
	"problem" text,
	"response" text,
	"duration_ms" integer,
	CONSTRAINT "webhook_delivery_state" CHECK ("webhook_delivery"."state" in ('queued', 'delivered', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_target_kind";--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint" FOREIGN KEY ("account_id","webhook_id") REFERENCES "public"."webhook"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_delivery_newest" ON "webhook_delivery" USING btree ("account_id","webhook_id","created_at","id");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'account.slug_changed', 'account.policies_changed', 'account.deleted', 'ownership.offered', 'ownership.withdrawn', 'ownership.transferred', 'sso.connection_created', 'sso.connection_changed', 'sso.connection_deleted', 'sso.domain_added', 'sso.domain_verified', 'sso.domain_removed', 'sso.enforced', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.access_ended', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested', 'api_key.created', 'api_key.revoked', 'page.created', 'page.updated', 'page.published', 'page.unpublished', 'page.deleted', 'post.created', 'post.updated', 'post.published', 'post.unpublished', 'post.deleted', 'seo.updated', 'redirect.created', 'redirect.updated', 'redirect.deleted', 'code.updated', 'form.created', 'form.updated', 'form.deleted', 'order.created', 'order.status_changed', 'site.settings_changed', 'webhook.created', 'webhook.updated', 'webhook.disabled', 'webhook.secret_rotated', 'webhook.deleted', 'webhook.test_sent', 'webhook.delivery_replayed'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_target_kind" CHECK ("audit_event"."target_kind" in ('account', 'site', 'person', 'invitation', 'api_key', 'page', 'post', 'redirect', 'form', 'order', 'webhook'));