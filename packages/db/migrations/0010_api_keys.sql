CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"permissions" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	"ending" text,
	"holder" uuid GENERATED ALWAYS AS (case when revoked_at is null then created_by end) STORED,
	CONSTRAINT "api_key_prefix" UNIQUE("prefix"),
	CONSTRAINT "api_key_prefix_form" CHECK ("api_key"."prefix" ~ '^[0-9a-z]{8}$'),
	CONSTRAINT "api_key_secret_hash" CHECK (octet_length("api_key"."secret_hash") = 32),
	CONSTRAINT "api_key_permissions" CHECK (cardinality("api_key"."permissions") > 0),
	CONSTRAINT "api_key_ending" CHECK ("api_key"."ending" in ('revoked', 'maker_removed', 'maker_left', 'access_ended', 'site_deleted')),
	CONSTRAINT "api_key_revoked" CHECK (("api_key"."revoked_at" is null) = ("api_key"."ending" is null))
);
--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_target_kind";--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_revoked_by_user_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_holder" FOREIGN KEY ("site_id","holder") REFERENCES "public"."site_member"("site_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_of_site" ON "api_key" USING btree ("site_id","holder");--> statement-breakpoint
CREATE INDEX "api_key_of_maker" ON "api_key" USING btree ("account_id","created_by");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'account.slug_changed', 'account.policies_changed', 'account.deleted', 'ownership.offered', 'ownership.withdrawn', 'ownership.transferred', 'sso.connection_created', 'sso.connection_changed', 'sso.connection_deleted', 'sso.domain_added', 'sso.domain_verified', 'sso.domain_removed', 'sso.enforced', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.access_ended', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested', 'api_key.created', 'api_key.revoked', 'page.created', 'page.updated', 'page.published', 'page.unpublished', 'page.deleted', 'post.created', 'post.updated', 'post.published', 'post.unpublished', 'post.deleted', 'seo.updated', 'redirect.created', 'redirect.updated', 'redirect.deleted', 'code.updated', 'form.created', 'form.updated', 'form.deleted', 'order.created', 'order.status_changed', 'site.settings_changed'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_target_kind" CHECK ("audit_event"."target_kind" in ('account', 'site', 'person', 'invitation', 'api_key', 'page', 'post', 'redirect', 'form', 'order'));--> statement-breakpoint
-- R44: a key never becomes another key, a stronger or a longer-lived one, and one that was revoked stays dead.
CREATE FUNCTION keyholder_api_key_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by, NEW.ending) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by, OLD.ending) THEN
    RAISE EXCEPTION 'API key % was revoked', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'api_key_life';
  END IF;
  IF (NEW.id, NEW.account_id, NEW.site_id, NEW.created_by, NEW.prefix, NEW.secret_hash, NEW.permissions, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.site_id, OLD.created_by, OLD.prefix, OLD.secret_hash, OLD.permissions, OLD.created_at)
     OR NEW.expires_at > OLD.expires_at THEN
    RAISE EXCEPTION 'API key % cannot become another', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'api_key_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_key_life BEFORE UPDATE ON "api_key" FOR EACH ROW EXECUTE FUNCTION keyholder_api_key_life();
