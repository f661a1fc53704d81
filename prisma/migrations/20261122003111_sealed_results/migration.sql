-- What was kept in clear is thrown away, and read again by the worker from the reports themselves (result_backlog).
TRUNCATE "lab_result";
ALTER TABLE "document" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "result_backlog" ("id")
SELECT DISTINCT "space_id" FROM "document"
 WHERE "media_type" = 'application/xml' AND "type_code" IN ('11502-2', '96173-0')
ON CONFLICT DO NOTHING;
ALTER TABLE "document" FORCE ROW LEVEL SECURITY;

-- DropIndex
DROP INDEX "lab_result_space_id_loinc_at_idx";

-- AlterTable
ALTER TABLE "lab_result" DROP COLUMN "laboratory",
DROP COLUMN "loinc",
DROP COLUMN "measure",
DROP COLUMN "name",
DROP COLUMN "precision",
ADD COLUMN     "sealed" BYTEA NOT NULL,
ADD COLUMN     "test" TEXT NOT NULL;

-- CreateIndex
CREATE INDEX "lab_result_space_id_test_at_idx" ON "lab_result"("space_id", "test", "at" DESC);
