using Microsoft.Data.Sqlite;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>On SQLite, commits go to a log beside the file, which begins anew once its pages were copied.</summary>
public sealed class SqliteCheckpointTests(string provider) : FunctionalTest(provider)
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task E6_the_log_of_a_busy_database_begins_anew_while_events_come()
    {
        Assume.That(App.Database.Provider == "Sqlite", "Other databases care for their logs themselves.");
        var ada = await App.RegisterAsync();
        var file = new SqliteConnectionStringBuilder(App.Database.ConnectionString).DataSource;
        var events = Enumerable.Range(0, 100).Select(number => new { email = $"p{number}@example.com", eventName = "grew", eventProperties = new { filler = new string('x', 80_000) } }).ToArray();

        for (var call = 0; call < 25; call++)
        {
            (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
        }

        new FileInfo(file).Length.Should().BeGreaterThan(100 * Megabyte, "most of 200 MB was copied");
        new FileInfo($"{file}-wal").Length.Should().BeLessThan(120 * Megabyte, "its space is used again");
    }
}
