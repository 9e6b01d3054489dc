CREATE TABLE "content" (
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	"seo_title" text,
	"seo_description" text,
	"robots" text NOT NULL,
	"seo_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "content_key" PRIMARY KEY("account_id","id"),
	CONSTRAINT "content_slug" UNIQUE("account_id","site_id","kind","slug"),
	CONSTRAINT "content_kind" CHECK ("content"."kind" in ('page', 'post')),
	CONSTRAINT "content_status" CHECK ("content"."status" in ('draft', 'published')),
	CONSTRAINT "content_published" CHECK (("content"."status" = 'published') = ("content"."published_at" is not null)),
	CONSTRAINT "content_robots" CHECK ("content"."robots" in ('index,follow', 'index,nofollow', 'noindex,follow', 'noindex,nofollow'))
);
--> statement-breakpoint
CREATE TABLE "redirect" (
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"path" text NOT NULL,
	"target" text NOT NULL,
	"status" smallint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "redirect_key" PRIMARY KEY("account_id","id"),
	CONSTRAINT "redirect_path" UNIQUE("account_id","site_id","path"),
	CONSTRAINT "redirect_status" CHECK ("redirect"."status" in (301, 302))
);
--> statement-breakpoint
CREATE TABLE "site_code" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"css" text NOT NULL,
	"head" text NOT NULL,
	"body" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "site_code_key" PRIMARY KEY("account_id","site_id","version")
);
--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_code" ADD CONSTRAINT "site_code_saved_by_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_code" ADD CONSTRAINT "site_code_site" FOREIGN KEY ("account_id","site_id") REFERENCES "public"."site"("account_id","id") ON DELETE no action ON UPDATE no action;