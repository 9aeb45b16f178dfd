using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Where each table is on a distributed database (Citus): in full on every server, or spread by workspace, all rows of a workspace on one
/// server. A new table must be named here; a test says so.
/// </summary>
internal static class DistributedTables
{
    // Where the others of a workspace are, too.
    private const string First = "contacts";

    /// <summary>In full on every server: people and doors, which are looked up before anybody knows the workspace.</summary>
    public static readonly IReadOnlySet<string> Reference = new HashSet<string>(StringComparer.Ordinal)
    {
        "account_links",
        "account_mails",
        "api_keys",
        "authenticators",
        "data_protection_keys",
        "event_source_tokens",
        "event_sources",
        "half_sign_ins",
        "invitations",
        "members",
        "passkeys",
        "provider_links",
        "recovery_codes",
        "replica_beats",
        "used_challenges",
        "user_sessions",
        "users",
        "workspaces",
    };

    /// <summary>Spread by workspace.</summary>
    public static readonly IReadOnlySet<string> Spread = new HashSet<string>(StringComparer.Ordinal)
    {
        First,
        "audit_log",
        "automation_versions",
        "automations",
        "contact_import_addresses",
        "contact_import_chunks",
        "contact_import_erasures",
        "contact_imports",
        "custom_fields",
        "deliveries",
        "delivery_addresses",
        "enrollments",
        "erasures",
        "event_name_tallies",
        "event_patterns",
        "event_period_tallies",
        "event_property_types",
        "idempotency_keys",
        "mail_turns",
        "message_events",
        "messages",
        "outbox",
        "received_events",
        "step_tallies",
        "suppressions",
        "template_versions",
        "templates",
        "visits",
        "workflow_jobs",
    };

    // Is something left to be done? What isn't there yet is.
    private const string IsDone = """
        SELECT NOT EXISTS (
            SELECT FROM unnest({0}) AS t(name)
            WHERE NOT EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = to_regclass(t.name)))
        AND NOT EXISTS (
            SELECT FROM unnest({1}) AS k(name)
            WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.contype = 'f' AND c.conname = k.name)) AS "Value"
        """;

    /// <summary>Spreads what isn't yet, once for all nodes that start at the same time.</summary>
    /// <returns>False when nothing was left to be done.</returns>
    /// <exception cref="InvalidOperationException">The database is none that can be distributed.</exception>
    public static async Task<bool> DistributeAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.SqlQueryRaw<bool>("SELECT to_regclass('pg_dist_partition') IS NOT NULL AS \"Value\"").SingleAsync(cancellationToken))
        {
            throw new DatabaseUnusableException(
                DatabaseProvider.PostgreSql,
                new InvalidOperationException("Database__Distributed is true, and the database doesn't have Citus. Run CREATE EXTENSION citus in it, on every server."));
        }

        string[] tables = [.. Reference, .. Spread];
        string[] keys = [.. Keys(db.Model).Select(key => key.Name)];
        if (await db.Database.SqlQueryRaw<bool>(IsDone, tables, keys).SingleAsync(cancellationToken))
        {
            return false;
        }

        // Rows that are there already are copied.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        await db.Database.ExecuteSqlRawAsync(Script(db.Model), cancellationToken);
        return true;
    }

    /// <summary>
    /// What spreads the tables, in one transaction; what is done already is left as it is. Foreign keys go first where they stand in the way,
    /// and are made again at the end.
    /// </summary>
    public static string Script(IModel model) => string.Create(CultureInfo.InvariantCulture, $"""
        DO $$
        DECLARE
            one record;
        BEGIN
            PERFORM pg_advisory_xact_lock(91597820522050);
            PERFORM set_config('citus.multi_shard_modify_mode', 'sequential', true);
            CREATE TEMPORARY TABLE sendra_tables ON COMMIT DROP AS
                SELECT t.name, t.name::regclass AS id, t.is_reference,
                    EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = t.name::regclass) AS is_done
                FROM (VALUES
                    {string.Join(",\n            ", Reference.Order(StringComparer.Ordinal).Select(name => $"('{name}', true)"))},
                    {string.Join(",\n            ", Spread.Order(StringComparer.Ordinal).Select(name => $"('{name}', false)"))}) AS t(name, is_reference);
            FOR one IN
                SELECT c.conrelid::regclass AS id, c.conname
                FROM pg_constraint c
                JOIN sendra_tables t ON t.id = c.conrelid
                JOIN sendra_tables u ON u.id = c.confrelid
                WHERE c.contype = 'f' AND NOT (t.is_done AND u.is_done)
            LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.id, one.conname);
            END LOOP;
            FOR one IN SELECT id FROM sendra_tables WHERE is_reference AND NOT is_done ORDER BY name
            LOOP
                PERFORM create_reference_table(one.id);
            END LOOP;
            FOR one IN SELECT id, name FROM sendra_tables WHERE NOT is_reference AND NOT is_done ORDER BY name <> '{First}', name
            LOOP
                IF one.name = '{First}' THEN
                    PERFORM create_distributed_table(one.id, 'workspace_id');
                ELSE
                    PERFORM create_distributed_table(one.id, 'workspace_id', colocate_with => '{First}');
                END IF;
            END LOOP;
            {string.Join("\n    ", Keys(model).Select(Add))}
        END $$
        """);

    /// <summary>The foreign keys that there can be: none from a table in full to one that is spread.</summary>
    public static IEnumerable<IForeignKeyConstraint> Keys(IModel model) => model.GetRelationalModel().Tables
        .SelectMany(table => table.ForeignKeyConstraints)
        .Where(key => Reference.Contains(key.PrincipalTable.Name) || Spread.Contains(key.Table.Name))
        .OrderBy(key => key.Name, StringComparer.Ordinal);

    private static string Add(IForeignKeyConstraint key) =>
        $"""
        IF NOT EXISTS (SELECT FROM pg_constraint c WHERE c.contype = 'f' AND c.conname = '{key.Name}') THEN
                ALTER TABLE {key.Table.Name} ADD CONSTRAINT "{key.Name}" FOREIGN KEY ({Names(key.Columns)})
                    REFERENCES {key.PrincipalTable.Name} ({Names(key.PrincipalColumns)}){OnDelete(key.OnDeleteAction)};
            END IF;
        """;

    private static string OnDelete(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "",
        ReferentialAction.Restrict => " ON DELETE RESTRICT",
        ReferentialAction.Cascade => " ON DELETE CASCADE",
        _ => throw new InvalidOperationException($"Citus has no {action} for a key with the workspace."),
    };

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));
}
