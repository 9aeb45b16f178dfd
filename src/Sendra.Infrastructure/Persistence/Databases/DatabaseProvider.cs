namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>The databases that Sendra runs on; the values of <c>Database__Provider</c>.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
