-- AlterTable
ALTER TABLE "document" ADD COLUMN     "author_ids" TEXT[];

-- Documents received before: their authors are in what was kept as received.
-- The rule of the spaces is set aside for the owner, who may be no superuser.
ALTER TABLE "document" NO FORCE ROW LEVEL SECURITY;
UPDATE "document" SET "author_ids" = ARRAY(
  SELECT DISTINCT author->>'id'
    FROM jsonb_array_elements(CASE jsonb_typeof("attribution"->'authors')
                              WHEN 'array' THEN "attribution"->'authors' ELSE '[]'::jsonb END) AS author
   WHERE author->>'idSystem' = '1.2.250.1.71.4.2.1' AND author->>'id' <> '');
ALTER TABLE "document" FORCE ROW LEVEL SECURITY;
