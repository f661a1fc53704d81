-- CreateEnum
CREATE TYPE "AuditResult" AS ENUM ('granted', 'refused', 'failed');

-- CreateEnum
CREATE TYPE "SpaceState" AS ENUM ('known', 'open', 'opposed', 'closed');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male', 'unknown');

-- CreateEnum
CREATE TYPE "DocumentStatus" AS ENUM ('approved', 'deprecated', 'archived', 'deleted');

-- CreateTable
CREATE TABLE "audit_event" (
    "space_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "result" "AuditResult" NOT NULL,
    "reason" TEXT,
    "mode" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "object_kind" TEXT,
    "object_id" TEXT,
    "mac" BYTEA NOT NULL,
    "seq" BIGINT,
    "prev_hash" BYTEA,
    "hash" BYTEA,
    "sealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "space_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("space_id")
);

-- CreateTable
CREATE TABLE "audit_root" (
    "day" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_root_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "audit_root_leaf" (
    "space_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "index" INTEGER NOT NULL,
    "proof" BYTEA[],

    CONSTRAINT "audit_root_leaf_pkey" PRIMARY KEY ("space_id","day")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space" (
    "space_id" UUID NOT NULL,
    "state" "SpaceState" NOT NULL DEFAULT 'known',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opposed_at" TIMESTAMPTZ(3),
    "terms_version" TEXT,
    "hidden_by_default" BOOLEAN NOT NULL DEFAULT false,
    "emergency_dispatch" BOOLEAN NOT NULL DEFAULT true,
    "emergency_anyone" BOOLEAN NOT NULL DEFAULT true,
    "emergency_hidden" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "space_pkey" PRIMARY KEY ("space_id")
);

-- CreateTable
CREATE TABLE "person" (
    "space_id" UUID NOT NULL,
    "matricule" TEXT NOT NULL,
    "matricule_oid" TEXT NOT NULL,
    "birth_name" TEXT NOT NULL,
    "used_name" TEXT,
    "given_names" TEXT[],
    "sex" "Sex" NOT NULL,
    "birth_date" TEXT NOT NULL,
    "birth_place" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("space_id")
);

-- CreateTable
CREATE TABLE "ins_key" (
    "hash" BYTEA NOT NULL,
    "space_id" UUID NOT NULL,

    CONSTRAINT "ins_key_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "traits_key" (
    "hash" BYTEA NOT NULL,
    "space_id" UUID NOT NULL,
    "beyond" BYTEA NOT NULL,

    CONSTRAINT "traits_key_pkey" PRIMARY KEY ("hash","space_id")
);

-- CreateTable
CREATE TABLE "subject_key" (
    "hash" BYTEA NOT NULL,
    "space_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_key_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "acr" TEXT NOT NULL,
    "id_token" BYTEA NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "document" (
    "space_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unique_id" TEXT NOT NULL,
    "entry_uuid" TEXT,
    "set_id" TEXT,
    "version" TEXT,
    "replaces" TEXT[],
    "replaced_by_id" UUID,
    "submission_set_id" TEXT,
    "status" "DocumentStatus" NOT NULL DEFAULT 'approved',
    "category" TEXT NOT NULL,
    "type_code" TEXT,
    "type_label" TEXT,
    "class_code" TEXT,
    "format_code" TEXT,
    "title" TEXT NOT NULL,
    "comments" TEXT,
    "confidentiality" TEXT[],
    "hidden_from_professionals" BOOLEAN NOT NULL DEFAULT false,
    "not_yet_announced" BOOLEAN NOT NULL DEFAULT false,
    "hidden_from_guardians" BOOLEAN NOT NULL DEFAULT false,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER NOT NULL,
    "date_precision" TEXT NOT NULL,
    "service_start" TIMESTAMPTZ(3),
    "service_stop" TIMESTAMPTZ(3),
    "author_name" TEXT NOT NULL,
    "author_specialty" TEXT,
    "author_organization" TEXT,
    "attribution" JSONB NOT NULL,
    "practice_setting" TEXT,
    "facility_type" TEXT,
    "language" TEXT,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "search_text" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "document_reading" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_reading_pkey" PRIMARY KEY ("space_id","reader_id","document_id")
);

-- CreateTable
CREATE TABLE "reader_visit" (
    "space_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "current_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "reader_visit_pkey" PRIMARY KEY ("space_id","reader_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_space_id_seq_key" ON "audit_event"("space_id", "seq");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "document_space_id_status_date_id_idx" ON "document"("space_id", "status", "date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "document_space_id_status_year_idx" ON "document"("space_id", "status", "year");

-- CreateIndex
CREATE INDEX "document_space_id_replaced_by_id_idx" ON "document"("space_id", "replaced_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_space_id_unique_id_key" ON "document"("space_id", "unique_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_space_id_replaced_by_id_fkey" FOREIGN KEY ("space_id", "replaced_by_id") REFERENCES "document"("space_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_space_id_document_id_fkey" FOREIGN KEY ("space_id", "document_id") REFERENCES "document"("space_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
