-- What constraints cannot say (security.md 1.4). The application keeps these rules; this is the net below it.

-- Counters may vanish in a crash.
ALTER TABLE "rate_limit" SET UNLOGGED;
--> statement-breakpoint
-- R42: events are never changed or taken away, whatever role asks.
CREATE FUNCTION keyholder_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION keyholder_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION keyholder_append_only();
--> statement-breakpoint
-- An invitation is answered once; what it offers, to whom and where never changes (R17 re-issues).
CREATE FUNCTION keyholder_invitation_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'pending' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'invitation % was answered', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_life';
  END IF;
  IF (NEW.id, NEW.account_id, NEW.email, NEW.role) IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.email, OLD.role)
     OR NEW.site_id IS DISTINCT FROM OLD.site_id THEN
    RAISE EXCEPTION 'invitation % cannot change what it offers', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invitation_life BEFORE UPDATE ON "invitation" FOR EACH ROW EXECUTE FUNCTION keyholder_invitation_life();
--> statement-breakpoint
-- R1: every account has exactly one owner at every commit. The unique index forbids two; this forbids none.
-- The account row is locked first: without it two transactions each see the other's owner.
CREATE FUNCTION keyholder_one_owner() RETURNS trigger LANGUAGE plpgsql AS $$
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
  PERFORM 1 FROM account WHERE id = checked FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM account_member WHERE account_id = checked AND role = 'owner') THEN
    RAISE EXCEPTION 'account % has no owner', checked USING ERRCODE = 'check_violation', CONSTRAINT = 'account_one_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER account_has_owner AFTER INSERT ON "account" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keyholder_one_owner();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER account_member_keeps_owner AFTER DELETE ON "account_member" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keyholder_one_owner();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER account_member_changes_owner AFTER UPDATE ON "account_member" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner' AND NEW.role IS DISTINCT FROM OLD.role) EXECUTE FUNCTION keyholder_one_owner();
--> statement-breakpoint
-- A command names its mails before the write door inserts them.
ALTER TABLE "invitation_send" ALTER CONSTRAINT "invitation_send_mail_id_mail_id_fk" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Lists of an account's people never have to read the table for a person's sites (performance.md P5); INCLUDE is not in the schema's language.
CREATE INDEX "site_member_person_sites" ON "site_member" ("account_id", "user_id") INCLUDE ("role", "access_until");
