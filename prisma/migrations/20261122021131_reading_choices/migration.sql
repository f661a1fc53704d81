-- CreateTable
CREATE TABLE "reading_choice" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "until" TEXT,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_choice_pkey" PRIMARY KEY ("space_id","reader_id","scope")
);

-- CreateTable
CREATE TABLE "reading_mark" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_mark_pkey" PRIMARY KEY ("space_id","reader_id","document_id")
);

-- AddForeignKey
ALTER TABLE "reading_mark" ADD CONSTRAINT "reading_mark_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
