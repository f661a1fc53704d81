-- CreateTable
CREATE TABLE "search_key" (
    "space_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "search_key_pkey" PRIMARY KEY ("space_id")
);

-- CreateTable
CREATE TABLE "search_vocabulary" (
    "space_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "words" BYTEA NOT NULL,

    CONSTRAINT "search_vocabulary_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "document_index" (
    "space_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reader" INTEGER NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "document_index_pkey" PRIMARY KEY ("space_id","document_id")
);

-- CreateTable
CREATE TABLE "document_page" (
    "space_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "text" BYTEA NOT NULL,

    CONSTRAINT "document_page_pkey" PRIMARY KEY ("space_id","document_id","page")
);

-- AddForeignKey
ALTER TABLE "document_index" ADD CONSTRAINT "document_index_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_page" ADD CONSTRAINT "document_page_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Beside its row, not in a place apart: a search reads it for each document of a person.
ALTER TABLE "document_index" ALTER COLUMN "words" SET STORAGE MAIN;
