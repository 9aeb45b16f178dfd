using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Every row of every table that is about a workspace or one of its people, as text.</summary>
internal sealed class StoredRows
{
    private readonly TestApp _app;
    private readonly string[] _tables;

    public StoredRows(TestApp app)
    {
        _app = app;
        using var scope = app.Node.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<SendraDbContext>().Model;
        _tables = [.. model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Order()];
        _tables.Should().Contain("members").And.Contain("received_events").And.Contain("event_source_tokens");
    }

    /// <summary>The rows, by table.</summary>
    public async Task<Dictionary<string, string[]>> OfAsync(Guid workspaceId, Guid userId)
    {
        await using var connection = _app.Database.Connect();
        await connection.OpenAsync();
        string[] ids = [TextOf(workspaceId), TextOf(workspaceId.ToByteArray(bigEndian: true)), TextOf(userId), TextOf(userId.ToByteArray(bigEndian: true))];
        var rows = new Dictionary<string, string[]>();
        foreach (var table in _tables)
        {
            rows[table] = [.. (await ReadAsync(connection, table)).Where(row => ids.Any(id => row.Contains(id, StringComparison.OrdinalIgnoreCase))).Order()];
        }

        return rows;
    }

    /// <summary>The rows of everybody.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        await using var connection = _app.Database.Connect();
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var table in _tables)
        {
            rows.AddRange(await ReadAsync(connection, table));
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the model.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={TextOf(reader.GetValue(column))}")));
        }

        return rows;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
