using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A file in a folder of its own.</summary>
/// <param name="place">The folder; by default a new one.</param>
internal sealed class FaultySqlite(string? place = null) : FaultyDatabase
{
    private readonly string _folder = place ?? Directory.CreateTempSubdirectory("sendra-faults-").FullName;

    public override string Provider => "Sqlite";

    public override string ConnectionString => $"Data Source={Path.Combine(_folder, "sendra.db")}";

    public override Task<FaultyDatabase> CopyAsync(string? place = null)
    {
        var copy = new FaultySqlite(place);
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.Copy(file, Path.Combine(copy._folder, Path.GetFileName(file)));
        }

        return Task.FromResult<FaultyDatabase>(copy);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (place is null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    // Without a pool: an open connection would keep the file from being recovered by the next process alone.
    protected override DbConnection Connect() => new SqliteConnection(ConnectionString + ";Pooling=False");
}
