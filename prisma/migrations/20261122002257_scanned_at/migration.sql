-- AlterTable
ALTER TABLE "document" ADD COLUMN     "scanned_at" TIMESTAMPTZ(3);
