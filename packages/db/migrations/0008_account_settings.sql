CREATE TABLE "account_policy" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"second_factor_required_from" timestamp (3) with time zone,
	"second_factor_grace_days" integer DEFAULT 7 NOT NULL,
	"domains" text[] NOT NULL,
	"inactive_after_days" integer DEFAULT 90 NOT NULL,
	"powerful_sites" integer DEFAULT 5 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claimed_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preference" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"theme" text NOT NULL,
	"density" text NOT NULL,
	"time_style" text NOT NULL,
	"clock" text NOT NULL,
	"single_keys" boolean NOT NULL,
	CONSTRAINT "preference_theme" CHECK ("preference"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "preference_density" CHECK ("preference"."density" in ('comfortable', 'compact')),
	CONSTRAINT "preference_time_style" CHECK ("preference"."time_style" in ('relative', 'absolute')),
	CONSTRAINT "preference_clock" CHECK ("preference"."clock" in ('h24', 'h12'))
);
--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_policy" ADD CONSTRAINT "account_policy_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claimed_slug" ADD CONSTRAINT "claimed_slug_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claimed_slug_account" ON "claimed_slug" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'account.slug_changed', 'account.policies_changed', 'account.deleted', 'ownership.offered', 'ownership.withdrawn', 'ownership.transferred', 'sso.connection_created', 'sso.connection_changed', 'sso.connection_deleted', 'sso.domain_added', 'sso.domain_verified', 'sso.domain_removed', 'sso.enforced', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.access_ended', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested', 'page.created', 'page.updated', 'page.published', 'page.unpublished', 'page.deleted', 'post.created', 'post.updated', 'post.published', 'post.unpublished', 'post.deleted', 'seo.updated', 'redirect.created', 'redirect.updated', 'redirect.deleted', 'code.updated', 'form.created', 'form.updated', 'form.deleted', 'order.created', 'order.status_changed', 'site.settings_changed'));
--> statement-breakpoint
-- Addresses that accounts have today are theirs.
INSERT INTO "claimed_slug" ("slug", "account_id", "claimed_at") SELECT "slug", "id", "created_at" FROM "account";
--> statement-breakpoint
-- One table of every slug in use or kept makes a slug unique over both: two unique keys in two tables would leave a gap between them.
CREATE FUNCTION keyholder_claim_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO claimed_slug (slug, account_id, claimed_at) VALUES (NEW.slug, NEW.id, date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT (slug) DO UPDATE SET claimed_at = excluded.claimed_at WHERE claimed_slug.account_id = excluded.account_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the slug % belongs to another account', NEW.slug USING ERRCODE = 'unique_violation', CONSTRAINT = 'account_slug';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_claims_slug AFTER INSERT ON "account" FOR EACH ROW EXECUTE FUNCTION keyholder_claim_slug();
--> statement-breakpoint
CREATE TRIGGER account_claims_new_slug AFTER UPDATE OF slug ON "account" FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keyholder_claim_slug();
--> statement-breakpoint
-- R1 holds for every account that is there; a deleted one has nobody in it, and its row stays for the audit log.
CREATE OR REPLACE FUNCTION keyholder_one_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid;
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    checked := NEW.id;
  ELSIF TG_OP = 'INSERT' THEN
    checked := NEW.account_id;
  ELSE
    checked := OLD.account_id;
  END IF;
  PERFORM 1 FROM account WHERE id = checked AND deleted_at IS NULL FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM account_member WHERE account_id = checked AND role = 'owner') THEN
    RAISE EXCEPTION 'account % has no owner', checked USING ERRCODE = 'check_violation', CONSTRAINT = 'account_one_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody comes into an account that was deleted, and none is deleted with somebody in it, also when both happen at once.
CREATE FUNCTION keyholder_nobody_in_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid := CASE WHEN TG_TABLE_NAME = 'account' THEN NEW.id ELSE NEW.account_id END;
BEGIN
  PERFORM 1 FROM account WHERE id = checked AND deleted_at IS NOT NULL FOR NO KEY UPDATE;
  IF FOUND AND EXISTS (SELECT 1 FROM account_member WHERE account_id = checked) THEN
    RAISE EXCEPTION 'account % was deleted', checked USING ERRCODE = 'check_violation', CONSTRAINT = 'account_deleted_empty';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER account_deleted_is_empty AFTER UPDATE OF deleted_at ON "account" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keyholder_nobody_in_deleted();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER account_member_of_living AFTER INSERT ON "account_member" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keyholder_nobody_in_deleted();
