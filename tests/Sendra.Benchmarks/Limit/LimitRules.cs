using System.Text.Json;
using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Load;

namespace Sendra.Benchmarks.Limit;

/// <summary>The one automation that the load triggers, read once at start.</summary>
internal sealed record LimitRules(Guid WorkspaceId, Guid AutomationId, string TriggerEvent, string? ExitEvent)
{
    public static async Task<LimitRules> ReadAsync(BenchmarkDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT workspace_id, id, trigger_event, exit_events FROM automations WHERE status = 2 AND trigger_event = '{EventBodies.TriggerEvent}'";
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            throw new InvalidOperationException("The database holds no live automation for the load.");
        }

        return new LimitRules(
            database.Id(reader, 0),
            database.Id(reader, 1),
            reader.GetString(2),
            JsonSerializer.Deserialize<string[]>(reader.GetString(3))!.FirstOrDefault());
    }
}
