-- CreateTable
CREATE TABLE "taking_warning" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "silenced_at" TIMESTAMPTZ(3),

    CONSTRAINT "taking_warning_pkey" PRIMARY KEY ("space_id","reader_id")
);
