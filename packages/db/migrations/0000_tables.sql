CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"plan" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_slug" UNIQUE("slug"),
	CONSTRAINT "account_plan" CHECK ("account"."plan" in ('starter', 'team', 'agency', 'enterprise'))
);
--> statement-breakpoint
CREATE TABLE "account_member" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"last_active_at" timestamp (3) with time zone,
	CONSTRAINT "account_member_key" PRIMARY KEY("account_id","user_id"),
	CONSTRAINT "account_member_role" CHECK ("account_member"."role" in ('owner', 'admin', 'member', 'viewer', 'collaborator'))
);
--> statement-breakpoint
CREATE TABLE "removed_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid,
	"user_id" uuid NOT NULL,
	"account_role" text,
	"site_role" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"access_until" timestamp (3) with time zone,
	"source" text,
	"source_by" uuid,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"correlation_id" uuid NOT NULL,
	"restored_at" timestamp (3) with time zone,
	CONSTRAINT "removed_member_kind" CHECK (("removed_member"."site_id" is null) = ("removed_member"."site_role" is null) and ("removed_member"."site_id" is null) = ("removed_member"."account_role" is not null))
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"domain" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "site_of_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_member" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"access_until" timestamp (3) with time zone,
	"last_active_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"source_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "site_member_key" PRIMARY KEY("site_id","user_id"),
	CONSTRAINT "site_member_role" CHECK ("site_member"."role" in ('owner', 'platform_admin', 'developer', 'content_editor', 'marketing_manager', 'seo_specialist', 'support_agent')),
	CONSTRAINT "site_member_source" CHECK ("site_member"."source" in ('invited', 'assigned', 'self_assigned', 'copied', 'created'))
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"site_id" uuid,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"user_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"ip" text,
	"user_agent" text,
	"request_id" text,
	"correlation_id" uuid NOT NULL,
	"mac" "bytea" NOT NULL,
	CONSTRAINT "audit_event_seq" UNIQUE("account_id","seq"),
	CONSTRAINT "audit_event_actor" CHECK ("audit_event"."actor_kind" in ('person', 'api_key', 'system')),
	CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested')),
	CONSTRAINT "audit_event_target_kind" CHECK ("audit_event"."target_kind" in ('account', 'site', 'person', 'invitation'))
);
--> statement-breakpoint
CREATE TABLE "security_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"site_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"user_id" uuid,
	"detail" jsonb,
	"ip" text,
	"user_agent" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credential_provider" UNIQUE("provider_id","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"principal" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"answer" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key" PRIMARY KEY("principal","route","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_email" UNIQUE("email"),
	CONSTRAINT "user_email_canonical" CHECK ("user"."email" ~ '^[a-z0-9!#$&''*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{3,253}$' and length("user"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"decline_reason" text,
	"new_link_asked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_state" CHECK ("invitation"."state" in ('pending', 'accepted', 'declined', 'revoked')),
	CONSTRAINT "invitation_role" CHECK (("invitation"."site_id" is not null and "invitation"."role" in ('owner', 'platform_admin', 'developer', 'content_editor', 'marketing_manager', 'seo_specialist', 'support_agent')) or ("invitation"."site_id" is null and "invitation"."role" in ('admin', 'member', 'viewer'))),
	CONSTRAINT "invitation_accepted" CHECK (("invitation"."state" = 'accepted') = ("invitation"."accepted_by" is not null)),
	CONSTRAINT "invitation_answered" CHECK (("invitation"."state" = 'pending') = ("invitation"."answered_at" is null)),
	CONSTRAINT "invitation_expiry" CHECK ("invitation"."expires_at" > "invitation"."sent_at")
);
--> statement-breakpoint
CREATE TABLE "invitation_send" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"nonce" "bytea" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "invitation_send_seq" UNIQUE("invitation_id","seq"),
	CONSTRAINT "invitation_send_nonce" CHECK (octet_length("invitation_send"."nonce") = 32)
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"kind" text NOT NULL,
	"ref" uuid NOT NULL,
	"generation" integer NOT NULL,
	"recipient" text NOT NULL,
	"data" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "mail_once" UNIQUE("kind","ref","generation"),
	CONSTRAINT "mail_state" CHECK ("mail"."state" in ('queued', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "account_member" ADD CONSTRAINT "account_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_member" ADD CONSTRAINT "account_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_member" ADD CONSTRAINT "removed_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_member" ADD CONSTRAINT "removed_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_member" ADD CONSTRAINT "site_member_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_member" ADD CONSTRAINT "site_member_person" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."account_member"("account_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_user_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_send" ADD CONSTRAINT "invitation_send_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_send" ADD CONSTRAINT "invitation_send_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_member_one_owner" ON "account_member" USING btree ("account_id") WHERE role = 'owner';--> statement-breakpoint
CREATE INDEX "account_member_user" ON "account_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "removed_member_lookup" ON "removed_member" USING btree ("account_id","user_id","removed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "site_slug" ON "site" USING btree ("account_id","slug") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "site_member_owners" ON "site_member" USING btree ("site_id") WHERE role = 'owner';--> statement-breakpoint
CREATE INDEX "site_member_of_user" ON "site_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_event_person" ON "audit_event" USING btree ("account_id","user_id","seq");--> statement-breakpoint
CREATE INDEX "audit_event_site" ON "audit_event" USING btree ("account_id","site_id","seq");--> statement-breakpoint
CREATE INDEX "audit_event_target" ON "audit_event" USING btree ("account_id","target_id","seq");--> statement-breakpoint
CREATE INDEX "security_event_account" ON "security_event" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "security_event_user" ON "security_event" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "credential_user" ON "credential" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_pending_site" ON "invitation" USING btree ("site_id","email") WHERE state = 'pending' and site_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_pending_account" ON "invitation" USING btree ("account_id","email") WHERE state = 'pending' and site_id is null;--> statement-breakpoint
CREATE INDEX "invitation_by_account" ON "invitation" USING btree ("account_id","state","email");--> statement-breakpoint
CREATE INDEX "invitation_by_sender" ON "invitation" USING btree ("account_id","invited_by") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "invitation_by_address" ON "invitation" USING btree ("email");--> statement-breakpoint
CREATE INDEX "invitation_by_site" ON "invitation" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "invitation_send_age" ON "invitation_send" USING btree ("account_id","sent_at");--> statement-breakpoint
CREATE INDEX "mail_queued" ON "mail" USING btree ("created_at") WHERE state = 'queued';