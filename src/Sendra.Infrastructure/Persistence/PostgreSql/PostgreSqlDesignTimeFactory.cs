using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> make migrations; it reads the model and never connects.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlSendraDbContext>
{
    public PostgreSqlSendraDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgreSqlSendraDbContext>()
            .UseNpgsql("Host=design-time")
            .UseSnakeCaseNamingConvention()
            .Options,
        NoWorkspace.Instance,
        AuditTrail.Unused);
}
