CREATE TABLE "form" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"fields" jsonb NOT NULL,
	"thanks_path" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "form_key" PRIMARY KEY("account_id","id"),
	CONSTRAINT "form_of_site" UNIQUE("account_id","site_id","id"),
	CONSTRAINT "form_state" CHECK ("form"."state" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "form_submission" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"words" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "form_submission_key" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_order" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"customer_name" text NOT NULL,
	"customer_email" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "site_order_key" PRIMARY KEY("account_id","id"),
	CONSTRAINT "site_order_number" UNIQUE("account_id","site_id","number"),
	CONSTRAINT "site_order_status" CHECK ("site_order"."status" in ('new', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded')),
	CONSTRAINT "site_order_total" CHECK ("site_order"."total" >= 0)
);
--> statement-breakpoint
CREATE TABLE "site_settings" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"language" text NOT NULL,
	"timezone" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "site_settings_key" PRIMARY KEY("account_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "visit_count" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"visits" bigint NOT NULL,
	CONSTRAINT "visit_count_key" PRIMARY KEY("account_id","site_id","dimension","day","value"),
	CONSTRAINT "visit_count_dimension" CHECK ("visit_count"."dimension" in ('page', 'referrer'))
);
--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_target_kind";--> statement-breakpoint
ALTER TABLE "form" ADD CONSTRAINT "form_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_submission" ADD CONSTRAINT "form_submission_form" FOREIGN KEY ("account_id","site_id","form_id") REFERENCES "public"."form"("account_id","site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_order" ADD CONSTRAINT "site_order_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_submission_newest" ON "form_submission" USING btree ("account_id","site_id","received_at","id");--> statement-breakpoint
CREATE INDEX "form_submission_of_form" ON "form_submission" USING btree ("account_id","form_id");--> statement-breakpoint
CREATE INDEX "site_order_newest" ON "site_order" USING btree ("account_id","site_id","placed_at","id");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("audit_event"."action" in ('account.created', 'account.renamed', 'account.plan_changed', 'ownership.offered', 'ownership.withdrawn', 'ownership.transferred', 'site.created', 'site.updated', 'site.deleted', 'account_member.joined', 'account_member.role_changed', 'account_member.removed', 'account_member.left', 'account_member.restored', 'site_member.joined', 'site_member.assigned', 'site_member.role_changed', 'site_member.access_until_changed', 'site_member.removed', 'site_member.left', 'site_member.restored', 'invitation.created', 'invitation.resent', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.adopted', 'invitation.new_link_requested', 'page.created', 'page.updated', 'page.published', 'page.unpublished', 'page.deleted', 'post.created', 'post.updated', 'post.published', 'post.unpublished', 'post.deleted', 'seo.updated', 'redirect.created', 'redirect.updated', 'redirect.deleted', 'code.updated', 'form.created', 'form.updated', 'form.deleted', 'order.created', 'order.status_changed', 'site.settings_changed'));--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_target_kind" CHECK ("audit_event"."target_kind" in ('account', 'site', 'person', 'invitation', 'form', 'order'));