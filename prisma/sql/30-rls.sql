-- Third lock of the gate: a transaction sees the one space the gate has named, and without it, none.
-- NULLIF: once set in a session, the setting comes back as '' rather than NULL.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'space', 'person', 'document', 'document_reading', 'lab_result', 'reader_visit', 'document_pin', 'folder',
    'taking_warning', 'reading_choice', 'reading_mark',
    'search_key', 'search_vocabulary', 'document_index', 'document_page',
    'document_imaging',
    'document_object', 'document_drawing',
    'audit_event', 'audit_head', 'audit_root_leaf'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format('DROP POLICY IF EXISTS one_space ON %I', table_name);
    EXECUTE format(
      'CREATE POLICY one_space ON %I TO mes_app
         USING (space_id = NULLIF(current_setting(''app.space'', true), '''')::uuid)
         WITH CHECK (space_id = NULLIF(current_setting(''app.space'', true), '''')::uuid)', table_name);
  END LOOP;
END
$$;

-- The sealer works across spaces, on the history alone, and cannot touch what is already sealed.
DROP POLICY IF EXISTS sealer_reads ON audit_event;
CREATE POLICY sealer_reads ON audit_event FOR SELECT TO mes_sealer USING (true);
DROP POLICY IF EXISTS sealer_seals ON audit_event;
CREATE POLICY sealer_seals ON audit_event FOR UPDATE TO mes_sealer USING (seq IS NULL) WITH CHECK (seq IS NOT NULL);
DROP POLICY IF EXISTS sealer_heads ON audit_head;
CREATE POLICY sealer_heads ON audit_head TO mes_sealer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS sealer_leaves ON audit_root_leaf;
CREATE POLICY sealer_leaves ON audit_root_leaf TO mes_sealer USING (true) WITH CHECK (true);

DROP POLICY IF EXISTS keeper_keeps ON document;
CREATE POLICY keeper_keeps ON document TO mes_keeper USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS keeper_keeps ON document_object;
CREATE POLICY keeper_keeps ON document_object TO mes_keeper USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS keeper_keeps ON search_key;
CREATE POLICY keeper_keeps ON search_key TO mes_keeper USING (true) WITH CHECK (true);

-- The sealer looks for events that have no place yet; they are few, the history is long.
CREATE INDEX IF NOT EXISTS audit_event_unsealed ON audit_event (space_id, id) WHERE seq IS NULL;
