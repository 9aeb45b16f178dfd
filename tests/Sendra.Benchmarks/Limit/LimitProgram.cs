using System.Data.Common;
using System.Text.Json;
using Sendra.Benchmarks.Databases;
using Sendra.Domain.Common;

namespace Sendra.Benchmarks.Limit;

/// <summary>
/// The least code that does the same durable work as Sendra for one event: what it reaches is what the database and
/// the web server can give at most. No validation, no sign-in, no EF. <c>/bare</c> answers with the rows of an SQL text,
/// which is safe only because the database is a throw-away and the address is loopback.
/// </summary>
internal static class LimitProgram
{
    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="database">A database that Sendra has made, with the live automation that the load triggers.</param>
    /// <param name="url">Where to listen.</param>
    public static async Task RunAsync(BenchmarkDatabase database, string url)
    {
        var rules = await LimitRules.ReadAsync(database);
        var commits = new GroupCommit(await database.OpenLimitStoresAsync(rules));
        var ids = new IdGenerator(TimeProvider.System);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health/live", () => "");
        app.MapPost("/api/events/send", async (HttpContext context) =>
        {
            var body = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, LimitJson.Default.LimitBody);
            var answer = await commits.SaveAsync(new LimitEvent(body!, rules, ids.Next<EventId>().Value, ids.Next<EnrollmentId>().Value));
            await context.Response.WriteAsJsonAsync(answer, LimitJson.Default.LimitAnswer);
        });
        app.MapGet("/bare", async (string sql, HttpContext context) =>
        {
            await using var connection = await database.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
            await WriteRowsAsync(reader, json);
        });
        await app.RunAsync(url);
    }

    // As bytes and numbers come: nobody reads them.
    private static async Task WriteRowsAsync(DbDataReader reader, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                json.WritePropertyName(reader.GetName(column));
                switch (reader.GetValue(column))
                {
                    case DBNull:
                        json.WriteNullValue();
                        break;
                    case byte[] bytes:
                        json.WriteStringValue(new Guid(bytes, bigEndian: true));
                        break;
                    case Guid id:
                        json.WriteStringValue(id);
                        break;
                    case string text:
                        json.WriteStringValue(text);
                        break;
                    case var number:
                        json.WriteNumberValue(Convert.ToInt64(number, null));
                        break;
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
