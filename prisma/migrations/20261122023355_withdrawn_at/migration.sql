-- AlterTable
ALTER TABLE "document" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- What was withdrawn before: the day is in its history.
UPDATE "document" d SET "withdrawn_at" = (
  SELECT max(e."at") FROM "audit_event" e
   WHERE e."space_id" = d."space_id" AND e."action" = 'document.withdraw' AND e."result" = 'granted'
     AND e."object_id" IN (d."unique_id", d."entry_uuid"))
 WHERE d."status" = 'deleted' AND d."binned_at" IS NULL;
