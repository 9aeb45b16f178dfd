using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>A database that answers and takes nothing is no database to write to: 503, and not ready, until it does again.</summary>
public sealed class StorageTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task S10_a_server_that_only_reads_is_503_and_not_ready()
    {
        Assume.That(App.Database.Provider, Is.EqualTo("PostgreSql"), "Asked for by a connection's own setting.");
        var connection = new NpgsqlConnectionStringBuilder(App.Database.ConnectionString) { Options = "-c default_transaction_read_only=on" };
        var ada = await App.RegisterAsync();
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = connection.ToString() });

        (await node.As(ada).PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "e" })).ShouldBeProblem(503, "storageUnavailable");
        (await node.As(ada).PostAsync("/api/event-patterns", new { name = "e" })).ShouldBeProblem(503, "storageUnavailable");
        (await node.As(ada).GetAsync("/api/events")).ShouldBe(200);
        (await node.Anonymous().GetAsync("/health/ready")).ShouldBeProblem(503, "storageUnavailable");
    }

    [Test]
    public async Task S10_a_file_that_another_program_keeps_to_itself_is_503_and_not_ready()
    {
        Assume.That(App.Database.Provider, Is.EqualTo("Sqlite"), "Servers lock rows.");
        var ada = await App.RegisterAsync();
        await using (var other = new SqliteConnection(App.Database.ConnectionString))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction(deferred: false);

            (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "e" })).ShouldBeProblem(503, "storageUnavailable");
            (await App.Anonymous().GetAsync("/health/ready")).ShouldBeProblem(503, "storageUnavailable");
        }

        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "e" })).ShouldBe(200);
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
    }

    [Test]
    public async Task S10_a_database_that_would_not_take_what_came_last_is_not_ready_for_a_while()
    {
        var storage = App.Node.Services.GetRequiredService<StorageState>();
        storage.Refused();
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBeProblem(503, "storageUnavailable");
        App.Clock.Advance(TimeSpan.FromSeconds(11));
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);

        storage.Refused();
        await (await App.RegisterAsync()).EventAsync("bob@example.com", "e");
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
    }
}
