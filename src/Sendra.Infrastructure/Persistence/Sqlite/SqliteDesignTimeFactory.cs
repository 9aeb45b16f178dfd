using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations; it reads the model and never connects.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSendraDbContext>
{
    public SqliteSendraDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteSendraDbContext>()
            .UseSqlite("Data Source=design-time.db")
            .UseSnakeCaseNamingConvention()
            .Options,
        NoWorkspace.Instance,
        AuditTrail.Unused,
        new SqliteWriteGate());
}
