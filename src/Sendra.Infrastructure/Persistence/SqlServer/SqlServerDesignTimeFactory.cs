using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations; it reads the model and never connects.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSendraDbContext>
{
    public SqlServerSendraDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerSendraDbContext>()
            .UseSqlServer("Server=design-time")
            .UseSnakeCaseNamingConvention()
            .Options,
        NoWorkspace.Instance,
        AuditTrail.Unused);
}
