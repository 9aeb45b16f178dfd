using Npgsql;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Connections for SQL that was written for its indexes, that of ingestion and of the log, in a pool beside EF Core's. A
/// text is planned once for a connection, whatever its values: planning a page of the log takes longer than reading it.
/// </summary>
internal sealed class PlannedConnections : IAsyncDisposable
{
    // Every statement looks rows up by key. On a fresh database the planner, which still believes the tables to be
    // empty, would read them whole and keep that plan while they grow.
    private const string PlanByIndex = """
        SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan
        """;

    private readonly NpgsqlDataSource _source;

    /// <summary>Opens none yet.</summary>
    public PlannedConnections(DatabaseSettings settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);

        // A text is sent and read once for each connection: the few of ingestion, and the log's for each choice of filters.
        // Not for EF Core, whose retries with the same command are at odds with it when the server was started anew.
        builder.ConnectionStringBuilder.MaxAutoPrepare = 100;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;

        // What was set when a connection was opened would be undone, at the price of a statement for each use.
        builder.ConnectionStringBuilder.NoResetOnClose = true;

        // Citus plans a statement for the server that has its workspace, and refuses a plan that knows no workspace yet.
        if (!settings.IsDistributed)
        {
            builder.UsePhysicalConnectionInitializer(
                connection =>
                {
                    using var command = new NpgsqlCommand(PlanByIndex, connection);
                    command.ExecuteNonQuery();
                },
                async connection =>
                {
                    await using var command = new NpgsqlCommand(PlanByIndex, connection);
                    await command.ExecuteNonQueryAsync();
                });
        }

        _source = builder.Build();
    }

    /// <summary>A connection, still closed.</summary>
    public NpgsqlConnection Create() => _source.CreateConnection();

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _source.OpenConnectionAsync(cancellationToken);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
