using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>PostgreSQL plans by what it believes of a table. Rows are looked up by key all the same, in new tables and in large workspaces.</summary>
public sealed class TableStatisticsTests(string provider) : FunctionalTest(provider)
{
    private const int SmallWorkspaces = 2_000;

    private static readonly string[] LookedUp = ["contacts", "enrollments", "event_name_tallies", "event_period_tallies"];
    private static readonly string[] Copied = ["automations", "contacts", "enrollments", "received_events", "event_name_tallies", "event_period_tallies"];

    [SetUp]
    public void NeedStatistics() => Assume.That(
        App.Database.Provider == "PostgreSql" && App.Database.Settings.Count == 0, "Other databases need no statistics, or care for them themselves.");

    [Test]
    public async Task A_table_that_has_grown_is_analyzed_and_again_when_it_has_grown_several_times()
    {
        await App.Database.ScalarAsync("CREATE TABLE growing (id int) WITH (autovacuum_enabled = false)");
        try
        {
            await GrowAsync(1_000);
            await UntilAsync(async () => await KnownAsync() == 1_000);
            await GrowAsync(9_000);

            await UntilAsync(async () => await KnownAsync() == 10_000);
        }
        finally
        {
            await App.Database.ScalarAsync("DROP TABLE growing");
        }

        async Task<long> KnownAsync() => await NumberAsync("SELECT reltuples::bigint FROM pg_class WHERE oid = 'growing'::regclass");
    }

    [Test]
    public async Task A_large_workspace_is_looked_up_by_key_although_the_average_one_is_small()
    {
        var small = await ListeningAsync();
        await SendAsync(small, "small", 0, 3);
        await CopyAsync(small.WorkspaceId);
        var large = await ListeningAsync();
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(large, "large", i * 1_000, 1_000);
        }

        foreach (var table in Copied)
        {
            await App.Database.ScalarAsync($"ANALYZE {table}");
        }

        // The server's counts come a second late.
        var before = await ReadAsync();
        var sent = 0;
        await UntilAsync(async () =>
        {
            await SendAsync(large, "large", sent++ * 10 % 5_000, 10);
            return (await ReadAsync()).Zip(before).All(pair => pair.First.Lookups >= pair.Second.Lookups + 100);
        });

        var after = await ReadAsync();
        foreach (var ((table, lookups, rows), (_, lookupsBefore, rowsBefore)) in after.Zip(before))
        {
            ((double)(rows - rowsBefore) / (lookups - lookupsBefore)).Should().BeLessThan(5, "{0}: rows for each look-up by index", table);
        }
    }

    private async Task<TestClient> ListeningAsync()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp", "everyTime");
        return await App.ProgramAsync(client, "events:send", "read", "manage");
    }

    private static async Task SendAsync(TestClient client, string name, int from, int count) => (await client.PostAsync(
        "/api/events/batch", new { events = Enumerable.Range(from, count).Select(number => new { email = $"{name}{number}@example.com", eventName = "signUp" }) })).ShouldBe(200);

    // Keys begin with the workspace, so that a copy differs by that alone.
    private async Task CopyAsync(Guid workspaceId)
    {
        await App.Database.ScalarAsync(
            $$"""
            INSERT INTO workspaces
            SELECT (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid()))).* FROM workspaces w CROSS JOIN generate_series(1, {{SmallWorkspaces}}) WHERE w.id = '{{workspaceId}}'
            """);
        foreach (var table in Copied)
        {
            await App.Database.ScalarAsync(
                $$"""
                INSERT INTO {{table}}
                SELECT (jsonb_populate_record(t, jsonb_build_object('workspace_id', w.id))).*
                FROM {{table}} t CROSS JOIN workspaces w WHERE t.workspace_id = '{{workspaceId}}' AND w.id <> '{{workspaceId}}'
                """);
        }
    }

    private async Task<List<(string Table, long Lookups, long Rows)>> ReadAsync()
    {
        var read = new List<(string Table, long Lookups, long Rows)>();
        foreach (var table in LookedUp)
        {
            read.Add((
                table,
                await NumberAsync($"SELECT COALESCE(SUM(idx_scan), 0)::bigint FROM pg_stat_user_indexes WHERE relname = '{table}'"),
                await NumberAsync($"SELECT COALESCE(SUM(idx_tup_read), 0)::bigint FROM pg_stat_user_indexes WHERE relname = '{table}'")));
        }

        return read;
    }

    private async Task<long> NumberAsync(string sql) => Convert.ToInt64(await App.Database.ScalarAsync(sql), CultureInfo.InvariantCulture);

    // A connection tells at its end what it has written; one that stays open does so a second later at the earliest.
    private async Task GrowAsync(int rows)
    {
        await using var connection = new NpgsqlConnection(App.Database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"INSERT INTO growing SELECT generate_series(1, {rows})", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var began = Stopwatch.GetTimestamp(); !await condition(); await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(1));
        }
    }
}
