-- CreateTable
CREATE TABLE "document_object" (
    "space_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "page" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "storage_key" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "document_object_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "document_drawing" (
    "space_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "drawer" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_drawing_pkey" PRIMARY KEY ("space_id","document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_object_space_id_document_id_kind_page_key" ON "document_object"("space_id", "document_id", "kind", "page");

-- AddForeignKey
ALTER TABLE "document_object" ADD CONSTRAINT "document_object_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_drawing" ADD CONSTRAINT "document_drawing_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
