-- What each role may do, table by table. Nothing is granted that no code uses.

-- Rights start from nothing, so that taking a line away here takes the right away.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM mes_app, mes_sealer, mes_keeper;

-- Lookups outside the record: keyed hashes and tokens.
GRANT SELECT, INSERT ON ins_key, traits_key, subject_key TO mes_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO mes_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO mes_app;
GRANT INSERT ON security_event TO mes_app;

-- The record: never DELETE, what disappears for people is a state.
GRANT SELECT, INSERT, UPDATE ON space, person, document, reader_visit, document_pin, folder, taking_warning,
      reading_choice, reading_mark TO mes_app;
GRANT SELECT, INSERT ON document_reading, lab_result TO mes_app;
GRANT SELECT, DELETE ON result_backlog TO mes_app;

-- The search: made from the documents, so made again, and removed with what it was made from.
GRANT SELECT, INSERT ON search_key TO mes_app;
GRANT SELECT, INSERT, DELETE ON search_vocabulary, document_index, document_page TO mes_app;

-- Which examination images belong to: read from the documents, and removed with them.
GRANT SELECT, INSERT, DELETE ON document_imaging TO mes_app;

-- Pictures of documents: made from them, so made again, and removed with them.
GRANT SELECT, INSERT, DELETE ON document_object, document_drawing TO mes_app;

-- The history: written once, read; only the sealer fills the chain columns, and only once (see 30-rls.sql).
GRANT SELECT ON audit_event TO mes_app;
GRANT INSERT (space_id, id, at, action, result, reason, mode, actor_kind, actor_id, actor_name,
              channel, object_kind, object_id, mac) ON audit_event TO mes_app;
GRANT SELECT ON audit_head, audit_root, audit_root_leaf TO mes_app;
GRANT SELECT ON audit_event, audit_head, audit_root, audit_root_leaf TO mes_sealer;
GRANT UPDATE (seq, prev_hash, hash, sealed_at) ON audit_event TO mes_sealer;
GRANT INSERT, UPDATE ON audit_head TO mes_sealer;
GRANT INSERT ON audit_root, audit_root_leaf TO mes_sealer;

-- Keeping the bytes: where they are, under which key; nothing that says what they are.
GRANT SELECT (space_id, id, received_at, storage_key, wrapped_key, key_id) ON document TO mes_keeper;
GRANT UPDATE (wrapped_key, key_id) ON document TO mes_keeper;
GRANT SELECT (space_id, id, made_at, storage_key, wrapped_key, key_id) ON document_object TO mes_keeper;
GRANT UPDATE (wrapped_key, key_id) ON document_object TO mes_keeper;
GRANT SELECT (space_id, wrapped_key, key_id), UPDATE (wrapped_key, key_id) ON search_key TO mes_keeper;
