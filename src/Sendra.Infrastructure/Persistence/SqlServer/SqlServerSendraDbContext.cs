using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Common;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>Sendra on SQL Server. Text compares by code points instead of ignoring case (E2), in the database and in memory.</summary>
internal sealed class SqlServerSendraDbContext(DbContextOptions<SqlServerSendraDbContext> options, IWorkspaceContext workspace, AuditTrail trail)
    : SendraDbContext(options, workspace, trail)
{
    public const string Collation = "Latin1_General_100_BIN2";

    private static readonly ValueComparer<string> Ordinal = new(
        (left, right) => string.Equals(left, right, StringComparison.Ordinal), text => text.GetHashCode(StringComparison.Ordinal));

    protected override string? LockAlone => SqlServerLocks.Alone;

    protected override string DeleteSome(WorkspaceTable table, int most) =>
        $"DELETE TOP ({most}) FROM {table.Name} WHERE {table.WorkspaceColumn} = {{0}}";

    protected override object StoredId(WorkspaceId workspaceId) => workspaceId.Value.ToByteArray(bigEndian: true);

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: 2601 or 2627 };

    protected override bool IsForeignKeyViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: 547 };

    // EF Core supposes that the database ignores the case of keys, and would take two rows for one.
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var text in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            text.SetValueComparer(Ordinal);
            text.SetProviderValueComparer(Ordinal);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(Collation);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>().HaveMaxLength(16).AreFixedLength();
    }

    protected override void ConfigureId(PropertiesConfigurationBuilder property, Type type) =>
        property.HaveConversion(typeof(TypedIdBytesConverter<>).MakeGenericType(type)).HaveMaxLength(16).AreFixedLength();
}
