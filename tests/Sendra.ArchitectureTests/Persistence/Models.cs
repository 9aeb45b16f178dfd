using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.PostgreSql;
using Sendra.Infrastructure.Persistence.Sqlite;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>The contexts as migrations see them: complete models, never a connection.</summary>
internal static class Models
{
    public static readonly DatabaseProvider[] Providers = Enum.GetValues<DatabaseProvider>();

    public static SendraDbContext Open(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDesignTimeFactory().CreateDbContext([]),
        DatabaseProvider.PostgreSql => new PostgreSqlDesignTimeFactory().CreateDbContext([]),
        DatabaseProvider.SqlServer => new SqlServerDesignTimeFactory().CreateDbContext([]),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
    };

    public static IModel Of(DatabaseProvider provider)
    {
        using var db = Open(provider);
        var model = db.GetService<IDesignTimeModel>().Model;
        model.GetEntityTypes().Should().HaveCountGreaterThan(5);
        return model;
    }

    /// <summary>The column of a property in its table, such as <c>contacts.email</c>.</summary>
    public static string ColumnOf(IReadOnlyProperty property) => $"{property.DeclaringType.GetTableName()}.{property.GetColumnName()}";
}
