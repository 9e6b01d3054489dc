CREATE TABLE "pending_sign_in" (
	"digest" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pending_sign_in_digest" CHECK (octet_length("pending_sign_in"."digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"user_id" uuid NOT NULL,
	"mac" "bytea" NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_code_key" PRIMARY KEY("user_id","mac")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pending_sign_in" ADD CONSTRAINT "pending_sign_in_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_two_factor_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."two_factor"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pending_sign_in_user" ON "pending_sign_in" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "pending_sign_in_expiry" ON "pending_sign_in" USING btree ("expires_at");
--> statement-breakpoint
-- A code works once: the step of the last one that was taken only moves on. A new factor is another row.
CREATE FUNCTION keyholder_code_works_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the codes of % go forward only', OLD.user_id USING ERRCODE = 'check_violation', CONSTRAINT = 'two_factor_works_once';
END $$;
--> statement-breakpoint
CREATE TRIGGER two_factor_works_once BEFORE UPDATE ON "two_factor" FOR EACH ROW WHEN (NEW.last_step < OLD.last_step) EXECUTE FUNCTION keyholder_code_works_once();
--> statement-breakpoint
CREATE TRIGGER recovery_code_works_once BEFORE UPDATE ON "recovery_code" FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION keyholder_code_works_once();
