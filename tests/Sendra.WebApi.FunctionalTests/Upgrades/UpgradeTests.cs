using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Common.Databases;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Upgrades;

/// <summary>Every schema that was ever released becomes the present one, with all that is in it.</summary>
[TestFixtureSource(typeof(TestApps), nameof(TestApps.Providers))]
internal sealed class UpgradeTests(string provider)
{
    private const string Migrations = "SELECT COUNT(*) FROM \"__EFMigrationsHistory\"";

    [TestCaseSource(typeof(ReleasedSchema), nameof(ReleasedSchema.All))]
    public async Task A_released_schema_is_migrated_with_its_data(ReleasedSchema schema)
    {
        await using var database = await RestoreAsync(schema);
        await using var node = await StartAsync(database, TestClock.At(schema.KeptAt(provider).AddSeconds(1)));
        var client = node.Anonymous();

        var now = await KeptWorkspace.ReadAsync(client);

        foreach (var (path, answer) in schema.ReadAnswers(provider))
        {
            ShouldStillSay(JsonElement.Parse(answer), JsonElement.Parse(now[path]), path);
        }

        foreach (var automation in await client.ItemsAsync("/api/automations"))
        {
            var version = (await client.ItemsAsync($"/api/automations/{automation.Text("id")}/versions")).Should().ContainSingle().Subject;
            version.GetProperty("version").GetInt32().Should().Be(1, "what was there has a version without steps");
            (await client.GetAsync($"/api/automations/{automation.Text("id")}")).ShouldBe(200).Json.GetProperty("steps").GetArrayLength().Should().Be(0);
        }

        (await client.ItemsAsync("/api/enrollments")).Should().OnlyContain(run => run.GetProperty("version").GetInt32() == 1);
        (await client.EventWithKeyAsync(KeptWorkspace.Key, KeptWorkspace.KeyedEvent)).Status.Should().Be(200, "its first answer is kept 7 days, later it is a new event");
        (await client.EventAsync("bob@bücher.example", "signUp")).Effect().Should().Be((1, 0), "Bob was in the other automation once");
        (await KeptWorkspace.DeliverAsync(client, """{"email":"new@example.com","id":"3"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");
    }

    [TestCaseSource(typeof(ReleasedSchema), nameof(ReleasedSchema.All))]
    public async Task Two_nodes_that_start_at_once_migrate_once(ReleasedSchema schema)
    {
        await using var database = await RestoreAsync(schema);
        Assume.That(database.ServesManyNodes, $"{provider} serves one node.");

        var nodes = await Task.WhenAll(StartAsync(database), StartAsync(database));

        foreach (var node in nodes)
        {
            (await node.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
            await node.DisposeAsync();
        }
    }

    [Test]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_keep_the_next_start_waiting()
    {
        Assume.That(provider, Is.EqualTo("Sqlite"), "Elsewhere the lock ends with its connection.");
        await using var database = await KeptDatabase.MakeAsync(provider);
        await database.ScalarAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");

        await using var node = await StartAsync(database).WaitAsync(TimeSpan.FromMinutes(2));

        (await node.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
        (await database.ScalarAsync(Migrations)).Should().NotBe(0L);
    }

    [Test]
    public async Task Statistics_of_a_young_database_do_not_steer_the_next_start()
    {
        Assume.That(provider, Is.EqualTo("Sqlite"), "Other databases renew theirs.");
        await using var database = await KeptDatabase.MakeAsync(provider);
        await using (await StartAsync(database))
        {
            await database.ScalarAsync("ANALYZE");
        }

        (await database.CountAsync("sqlite_master", "name LIKE 'sqlite_stat%'")).Should().BePositive();
        await using var node = await StartAsync(database);

        (await node.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
        (await database.CountAsync("sqlite_master", "name LIKE 'sqlite_stat%'")).Should().Be(0);
    }

    internal static Task<TestNode> StartAsync(TestDatabase database, TestClock? clock = null) =>
        Task.Run(() => new TestNode(database, clock ?? new TestClock(), new Dictionary<string, string> { ["PublicUrl"] = "https://sendra.example" }));

    private async Task<TestDatabase> RestoreAsync(ReleasedSchema schema)
    {
        var kept = schema.ReadDatabase(provider);
        Assume.That(kept, Is.Not.Null, $"Release {schema} was not kept for {provider}.");
        var database = await KeptDatabase.MakeAsync(provider);
        await KeptDatabase.RestoreAsync(database, kept!);
        return database;
    }

    // A later release may say more, never less or something else; only the words of warnings may be better ones.
    private static void ShouldStillSay(JsonElement before, JsonElement now, string where)
    {
        now.ValueKind.Should().Be(before.ValueKind, where);
        switch (before.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in before.EnumerateObject())
                {
                    now.TryGetProperty(property.Name, out var value).Should().BeTrue("{0}.{1} was there", where, property.Name);
                    if (property.Name != "message")
                    {
                        ShouldStillSay(property.Value, value, $"{where}.{property.Name}");
                    }
                }

                break;
            case JsonValueKind.Array:
                now.GetArrayLength().Should().Be(before.GetArrayLength(), where);
                foreach (var (index, item) in before.EnumerateArray().Index())
                {
                    ShouldStillSay(item, now[index], $"{where}[{index}]");
                }

                break;
            default:
                now.GetRawText().Should().Be(before.GetRawText(), where);
                break;
        }
    }
}
