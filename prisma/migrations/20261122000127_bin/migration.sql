-- AlterTable
ALTER TABLE "document" ADD COLUMN     "binned_at" TIMESTAMPTZ(3);
