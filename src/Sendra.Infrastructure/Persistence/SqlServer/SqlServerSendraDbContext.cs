using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>Sendra on SQL Server. Text compares by code points instead of ignoring case (E2).</summary>
internal sealed class SqlServerSendraDbContext(DbContextOptions<SqlServerSendraDbContext> options, IWorkspaceContext workspace)
    : SendraDbContext(options, workspace)
{
    public const string Collation = "Latin1_General_100_BIN2";

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: 2601 or 2627 };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(Collation);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>().HaveMaxLength(16).AreFixedLength();
    }
}
