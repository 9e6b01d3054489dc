CREATE TABLE "access_end_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"access_until" timestamp (3) with time zone NOT NULL,
	"step" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_end_step_once" UNIQUE("site_id","user_id","access_until","step"),
	CONSTRAINT "access_end_step_known" CHECK ("access_end_step"."step" in ('week', 'day', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"mac" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_target_kind";--> statement-breakpoint
ALTER TABLE "access_end_step" ADD CONSTRAINT "access_end_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_member_access_end" ON "site_member" USING btree ("access_until") WHERE access_until is not null;--> statement-breakpoint
CREATE INDEX "invitation_pending_expiry" ON "invitation" USING btree ("expires_at") WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'ownership.offered', 'ownership.withdrawn', 'ownership.transferred', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.access_ended', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested', 'page.created', 'page.updated', 'page.published', 'page.unpublished', 'page.deleted', 'post.created', 'post.updated', 'post.published', 'post.unpublished', 'post.deleted', 'seo.updated', 'redirect.created', 'redirect.updated', 'redirect.deleted', 'code.updated', 'form.created', 'form.updated', 'form.deleted', 'order.created', 'order.status_changed', 'site.settings_changed'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_target_kind" CHECK ("audit_event"."target_kind" in ('account', 'site', 'person', 'invitation', 'page', 'post', 'redirect', 'form', 'order'));--> statement-breakpoint
-- R42: the head of a chain only moves forward, whatever role asks; going back would hide events that were cut off.
CREATE FUNCTION keyholder_head_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.account_id <> OLD.account_id OR NEW.seq <= OLD.seq THEN
    RAISE EXCEPTION 'the head of a chain of events only moves forward' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION keyholder_head_forward();
--> statement-breakpoint
CREATE TRIGGER audit_head_kept BEFORE DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION keyholder_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION keyholder_append_only();
