-- Four roles, none of which owns a table of the record:
--   mes_app     the web application and the listeners: one space at a time, never the past
--   mes_sealer  the sealer and the verifier of the history: places events in the chain, once
--   mes_jobs    the job queue: owns its own schema, sees no table of the record
--   mes_keeper  where bytes are and their wrapped keys, of every space, and no word of a document
-- Passwords are put in place of the markers by scripts/database.ts, as quoted literals.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['mes_app', 'mes_sealer', 'mes_jobs'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', role_name);
    END IF;
  END LOOP;
END
$$;

-- Nobody signs in as it: the operator, who owns the database, narrows a maintenance connection to it (scripts/storage.ts).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mes_keeper') THEN
    CREATE ROLE mes_keeper NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END
$$;
GRANT mes_keeper TO CURRENT_USER;

ALTER ROLE mes_app PASSWORD :'app_password';
ALTER ROLE mes_sealer PASSWORD :'sealer_password';
ALTER ROLE mes_jobs PASSWORD :'jobs_password';

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO mes_app, mes_sealer, mes_keeper;

-- The queue's schema and the one door the application has into it.
GRANT mes_jobs TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION mes_jobs;
CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION mes_jobs;
SET ROLE mes_jobs;
CREATE OR REPLACE FUNCTION jobs.enqueue(name text, payload json, job_key text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(name, payload, job_key := job_key);
END
$$;
-- The same, not before some time; and what was asked for under a key, no longer wanted.
CREATE OR REPLACE FUNCTION jobs.enqueue_at(name text, payload json, job_key text, run_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(name, payload, run_at := run_at, job_key := job_key);
END
$$;
CREATE OR REPLACE FUNCTION jobs.cancel(job_key text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.remove_job(job_key);
END
$$;
REVOKE ALL ON FUNCTION jobs.enqueue(text, json, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION jobs.enqueue_at(text, json, text, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION jobs.cancel(text) FROM PUBLIC;
GRANT USAGE ON SCHEMA jobs TO mes_app;
GRANT EXECUTE ON FUNCTION jobs.enqueue(text, json, text) TO mes_app;
GRANT EXECUTE ON FUNCTION jobs.enqueue_at(text, json, text, timestamptz) TO mes_app;
GRANT EXECUTE ON FUNCTION jobs.cancel(text) TO mes_app;
RESET ROLE;
