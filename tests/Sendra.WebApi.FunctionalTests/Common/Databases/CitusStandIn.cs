namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>
/// What Sendra asks of Citus, for a PostgreSQL without it: nothing is spread, but what Citus refuses is refused, and what is where is noted.
/// </summary>
internal static class CitusStandIn
{
    public const string Schema = "citus_stand_in";

    public const string Script = $$"""
        CREATE SCHEMA IF NOT EXISTS {{Schema}};

        CREATE TABLE IF NOT EXISTS {{Schema}}.pg_dist_partition (logicalrelid regclass PRIMARY KEY, partkey text);

        -- A key may lead to a table in full, or to one that is spread in the same way.
        CREATE OR REPLACE FUNCTION {{Schema}}.require_keys(of regclass, spread_by text) RETURNS void LANGUAGE plpgsql AS $f$
        DECLARE one record;
        BEGIN
            IF EXISTS (SELECT FROM {{Schema}}.pg_dist_partition WHERE logicalrelid = of) THEN
                RAISE EXCEPTION 'table "%" is already distributed', of;
            END IF;
            FOR one IN
                SELECT c.conname, c.conrelid::regclass AS id, c.confrelid::regclass AS principal, p.logicalrelid IS NOT NULL AS is_known, p.partkey,
                    (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[1]) AS leading
                FROM pg_constraint c
                LEFT JOIN {{Schema}}.pg_dist_partition p ON p.logicalrelid = c.confrelid::regclass
                WHERE c.contype = 'f' AND (c.conrelid = of OR c.confrelid = of) AND c.conrelid <> c.confrelid
            LOOP
                IF one.id <> of THEN
                    RAISE EXCEPTION 'relation "%" is referenced by "%", which is not distributed', of, one.id;
                ELSIF NOT one.is_known THEN
                    RAISE EXCEPTION 'cannot create foreign key constraint "%": "%" is not distributed', one.conname, one.principal;
                ELSIF one.partkey IS NOT NULL AND (spread_by IS NULL OR one.leading <> spread_by) THEN
                    RAISE EXCEPTION 'cannot create foreign key constraint "%": relations are not colocated', one.conname;
                END IF;
            END LOOP;
        END $f$;

        CREATE OR REPLACE FUNCTION {{Schema}}.create_reference_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $f$
        BEGIN
            PERFORM {{Schema}}.require_keys(table_name, NULL);
            INSERT INTO {{Schema}}.pg_dist_partition VALUES (table_name, NULL);
        END $f$;

        CREATE OR REPLACE FUNCTION {{Schema}}.create_distributed_table(
            table_name regclass, distribution_column text, distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default', shard_count int DEFAULT NULL)
            RETURNS void LANGUAGE plpgsql AS $f$
        DECLARE wrong text;
        BEGIN
            PERFORM {{Schema}}.require_keys(table_name, distribution_column);
            SELECT i.indexrelid::regclass::text INTO wrong
            FROM pg_index i
            WHERE i.indrelid = table_name AND i.indisunique AND NOT EXISTS (
                SELECT FROM pg_attribute a WHERE a.attrelid = table_name AND a.attname = distribution_column AND a.attnum = ANY (i.indkey));
            IF wrong IS NOT NULL THEN
                RAISE EXCEPTION 'cannot create constraint on "%": % does not have the distribution column', table_name, wrong;
            END IF;
            IF colocate_with <> 'default' AND NOT EXISTS (
                SELECT FROM {{Schema}}.pg_dist_partition WHERE logicalrelid = colocate_with::regclass AND partkey = distribution_column) THEN
                RAISE EXCEPTION 'relation "%" is not distributed', colocate_with;
            END IF;
            INSERT INTO {{Schema}}.pg_dist_partition VALUES (table_name, distribution_column);
        END $f$;
        """;
}
