using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sendra.WebApi.FunctionalTests.Common.Databases;

namespace Sendra.WebApi.FunctionalTests.Upgrades;

/// <summary>Puts a whole database into a few bytes and back: SQLite's file, PostgreSQL's plain SQL.</summary>
internal static partial class KeptDatabase
{
    /// <summary>A fresh database of the same kind as another one.</summary>
    public static async Task<TestDatabase> MakeAsync(string provider)
    {
        TestDatabase database = provider == "Sqlite"
            ? new SqliteTestDatabase()
            : new PostgreSqlTestDatabase(Environment.GetEnvironmentVariable(PostgreSqlTestDatabase.Variable)!);
        await database.PrepareAsync();
        return database;
    }

    public static async Task<byte[]> DumpAsync(TestDatabase database)
    {
        if (database is SqliteTestDatabase)
        {
            var copy = $"{new SqliteConnectionStringBuilder(database.ConnectionString).DataSource}.copy";
            await database.ScalarAsync($"VACUUM INTO '{copy}'");
            return await File.ReadAllBytesAsync(copy);
        }

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("SENDRA_PG_DUMP") ?? "pg_dump",
            ["--inserts", "--no-owner", "--no-privileges", "--no-comments", $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", server.Database!])
        {
            RedirectStandardOutput = true,
        };
        using var dump = Process.Start(start)!;
        var sql = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        dump.ExitCode.Should().Be(0);

        // What begins with a backslash is for psql.
        return Encoding.UTF8.GetBytes(PsqlCommand().Replace(sql, ""));
    }

    public static async Task RestoreAsync(TestDatabase database, byte[] kept)
    {
        if (database is SqliteTestDatabase)
        {
            await File.WriteAllBytesAsync(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, kept);
        }
        else
        {
            await database.ScalarAsync(Encoding.UTF8.GetString(kept));
        }
    }

    [GeneratedRegex(@"^\\.*$", RegexOptions.Multiline)]
    private static partial Regex PsqlCommand();
}
