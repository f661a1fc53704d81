-- CreateTable
CREATE TABLE "document_imaging" (
    "space_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "study" TEXT,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "document_imaging_pkey" PRIMARY KEY ("space_id","document_id")
);

-- CreateIndex
CREATE INDEX "document_imaging_space_id_study_idx" ON "document_imaging"("space_id", "study");

-- AddForeignKey
ALTER TABLE "document_imaging" ADD CONSTRAINT "document_imaging_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
