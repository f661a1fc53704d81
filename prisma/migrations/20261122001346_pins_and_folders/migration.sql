-- AlterTable
ALTER TABLE "document" ADD COLUMN     "folder_id" UUID;

-- CreateTable
CREATE TABLE "document_pin" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "pinned_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pin_pkey" PRIMARY KEY ("space_id","reader_id","document_id")
);

-- CreateTable
CREATE TABLE "folder" (
    "space_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "folder_pkey" PRIMARY KEY ("space_id","id")
);

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_space_id_folder_id_fkey" FOREIGN KEY ("space_id", "folder_id") REFERENCES "folder"("space_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_pin" ADD CONSTRAINT "document_pin_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
