using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Sendra.Application.Common;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>Sendra on PostgreSQL. Text compares by bytes, whatever the database's own collation is (E2).</summary>
internal sealed class PostgreSqlSendraDbContext(DbContextOptions<PostgreSqlSendraDbContext> options, IWorkspaceContext workspace, AuditTrail trail)
    : SendraDbContext(options, workspace, trail)
{
    protected override string? LockAlone => PostgreSqlBulkSession.LockAlone;

    // Both parts name the workspace, so that a distributed database knows where they belong. A table that each of its servers has in full must lose
    // the same rows on all, and is small.
    protected override string DeleteSome(WorkspaceTable table, int most)
    {
        var ofWorkspace = $"FROM {table.Name} WHERE {table.WorkspaceColumn} = {{0}}";
        return DistributedTables.Reference.Contains(table.Name)
            ? $"DELETE {ofWorkspace}"
            : $"DELETE {ofWorkspace} AND ctid = ANY (ARRAY(SELECT ctid {ofWorkspace} LIMIT {most}))";
    }

    protected override object StoredId(WorkspaceId workspaceId) => workspaceId.Value;

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override bool IsForeignKeyViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void ConfigureId(PropertiesConfigurationBuilder property, Type type) =>
        property.HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(type));
}
