using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Common;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>Sendra on SQLite: one file, one node. Text compares by bytes as it is.</summary>
internal sealed class SqliteSendraDbContext(
    DbContextOptions<SqliteSendraDbContext> options, IWorkspaceContext workspace, AuditTrail trail, SqliteWriteGate gate)
    : SendraDbContext(options, workspace, trail)
{
    /// <summary>True while it is in the gate for a whole transaction.</summary>
    public bool IsInGate { get; private set; }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (IsInGate)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await gate.EnterAsync(goesFirst: false, cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    protected override async Task InTransactionAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(goesFirst: false, cancellationToken);
        IsInGate = true;
        try
        {
            await base.InTransactionAsync(action, cancellationToken);
        }
        finally
        {
            IsInGate = false;
            gate.Leave();
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(new GatedWrites(gate));

    protected override string? LockAlone => null;

    protected override string DeleteSome(WorkspaceTable table, int most) =>
        $"DELETE FROM {table.Name} WHERE rowid IN (SELECT rowid FROM {table.Name} WHERE {table.WorkspaceColumn} = {{0}} LIMIT {most})";

    protected override object StoredId(WorkspaceId workspaceId) => workspaceId.Value.ToByteArray(bigEndian: true);

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    protected override bool IsForeignKeyViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: 787 };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
    }

    protected override void ConfigureId(PropertiesConfigurationBuilder property, Type type) =>
        property.HaveConversion(typeof(TypedIdBytesConverter<>).MakeGenericType(type));
}
