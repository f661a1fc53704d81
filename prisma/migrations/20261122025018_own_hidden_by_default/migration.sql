-- AlterTable
ALTER TABLE "space" ADD COLUMN     "own_hidden_by_default" BOOLEAN NOT NULL DEFAULT false;

-- One choice was for both: it stays so until the person says otherwise.
UPDATE "space" SET "own_hidden_by_default" = "hidden_by_default";
