using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>Which database, and where: <c>Database__…</c> and <c>ConnectionStrings__…</c>.</summary>
/// <param name="Provider">Which kind.</param>
/// <param name="ConnectionString">Where, with the options that Sendra relies on.</param>
/// <param name="IsDistributed">True when PostgreSQL spreads the tables over several servers by workspace, with Citus.</param>
/// <param name="Replica">A copy that only reads, where there is one.</param>
internal sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, bool IsDistributed = false, ReplicaSettings? Replica = null)
{
    private const string DefaultFile = "data/sendra.db";

    // Below what routers and load balancers allow, which is minutes.
    private const int QuietSeconds = 60;

    private const int DefaultMaxBehindSeconds = 60;
    private const int MostBehindSeconds = 3600;

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="InvalidOperationException">It makes no sense; the message says what to change.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"];
        var provider = string.IsNullOrEmpty(name) ? DatabaseProvider.Sqlite
            : Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var known) ? known
            : throw new InvalidOperationException($"Database__Provider is '{name}'; it must be Sqlite, PostgreSql or SqlServer.");
        var isDistributed = configuration["Database:Distributed"] switch
        {
            null or "" => false,
            var said when bool.TryParse(said, out var on) => on,
            var said => throw new InvalidOperationException($"Database__Distributed is '{said}'; it must be true or false."),
        };
        if (isDistributed && provider != DatabaseProvider.PostgreSql)
        {
            throw new InvalidOperationException("Database__Distributed is true, which needs PostgreSQL with Citus: set Database__Provider to PostgreSql.");
        }

        var text = configuration.GetConnectionString("Sendra");
        if (string.IsNullOrWhiteSpace(text))
        {
            text = provider == DatabaseProvider.Sqlite
                ? $"Data Source={DefaultFile}"
                : throw new InvalidOperationException($"ConnectionStrings__Sendra must say where the {provider} database is.");
        }

        return new DatabaseSettings(provider, Complete(provider, "Sendra", text), isDistributed, ReplicaOf(provider, isDistributed, configuration));
    }

    /// <summary>The replica as if it were the database.</summary>
    public DatabaseSettings OfReplica => this with { ConnectionString = Replica!.ConnectionString, Replica = null };

    /// <summary>Which database and where, for people, without credentials.</summary>
    public string Describe() => Replica is null ? DescribeOne() : $"{DescribeOne()}; read replica: {OfReplica.DescribeOne()}";

    private string DescribeOne() => Provider switch
    {
        DatabaseProvider.Sqlite => $"SQLite, {Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource)}",
        DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(ConnectionString) is var postgreSql ? $"{(IsDistributed ? "PostgreSQL with Citus" : "PostgreSQL")}, {postgreSql.Database} at {postgreSql.Host}" : "",
        _ => new SqlConnectionStringBuilder(ConnectionString) is var sqlServer ? $"SQL Server, {sqlServer.InitialCatalog} at {sqlServer.DataSource}" : "",
    };

    private static ReplicaSettings? ReplicaOf(DatabaseProvider provider, bool isDistributed, IConfiguration configuration)
    {
        const string Name = "SendraReadOnly";
        if (configuration.GetConnectionString(Name) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (provider == DatabaseProvider.Sqlite || isDistributed)
        {
            throw new InvalidOperationException($"ConnectionStrings__{Name} needs PostgreSQL or SQL Server, and not Database__Distributed.");
        }

        var said = configuration["Database:ReplicaMaxBehindSeconds"];
        var seconds = string.IsNullOrEmpty(said) ? DefaultMaxBehindSeconds
            : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostBehindSeconds ? number
            : throw new InvalidOperationException($"Database__ReplicaMaxBehindSeconds is '{said}'; it must be a number from 1 to {MostBehindSeconds}.");
        text = Complete(provider, Name, text);

        // A listener sends who asks for it to a secondary.
        text = provider == DatabaseProvider.SqlServer ? new SqlConnectionStringBuilder(text) { ApplicationIntent = ApplicationIntent.ReadOnly }.ToString() : text;
        return new ReplicaSettings(text, TimeSpan.FromSeconds(seconds));
    }

    private static string Complete(DatabaseProvider provider, string name, string text)
    {
        try
        {
            return Complete(provider, text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new InvalidOperationException($"ConnectionStrings__{name} is no {provider} connection string: {exception.Message}", exception);
        }
    }

    private static string Complete(DatabaseProvider provider, string text) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(text) { ForeignKeys = true }.ToString(),

        DatabaseProvider.PostgreSql => CompletePostgreSql(new NpgsqlConnectionStringBuilder(text)).ToString(),
        _ => new SqlConnectionStringBuilder(text) { ApplicationName = "Sendra" }.ToString(),
    };

    private static NpgsqlConnectionStringBuilder CompletePostgreSql(NpgsqlConnectionStringBuilder settings)
    {
        settings.ApplicationName = "Sendra";

        // What stands between may forget a line that is quiet, and tell neither end: the next event would wait for an
        // answer that never comes. A socket in the file system has nothing in between, and no such option.
        var isFile = settings.Host?.Split(',').Any(host => host.StartsWith('/') || host.StartsWith('@')) == true;
        if (!isFile && settings is { TcpKeepAliveTime: 0, KeepAlive: 0 })
        {
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, QuietSeconds, QuietSeconds / 6);
        }

        return settings;
    }
}
