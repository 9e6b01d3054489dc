-- The guard against people in deleted accounts, written so that each table is asked only for a column that it has: an
-- expression that names both fails on either.
CREATE OR REPLACE FUNCTION keyholder_nobody_in_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid;
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    checked := NEW.id;
  ELSE
    checked := NEW.account_id;
  END IF;
  PERFORM 1 FROM account WHERE id = checked AND deleted_at IS NOT NULL FOR NO KEY UPDATE;
  IF FOUND AND EXISTS (SELECT 1 FROM account_member WHERE account_id = checked) THEN
    RAISE EXCEPTION 'account % was deleted', checked USING ERRCODE = 'check_violation', CONSTRAINT = 'account_deleted_empty';
  END IF;
  RETURN NULL;
END $$;
