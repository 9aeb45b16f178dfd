using Npgsql;

namespace Sendra.Tests;

/// <summary>A PostgreSQL server that belongs to these tests alone, so that it can be stopped; durable, as in production.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder;
    private readonly string[] _as;
    private readonly string _programs;

    private PostgresServer(string programs, string folder, string[] asUser) => (_programs, _folder, _as) = (programs, folder, asUser);

    /// <summary>Where the programs of the newest server are; null when there is none.</summary>
    public static string? Programs { get; } = Environment.GetEnvironmentVariable("SENDRA_TEST_SKIP_POSTGRES") == "1" ? null
        : (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")));

    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres";

    public static PostgresServer Start()
    {
        var server = Create();
        server.Run("initdb", "--pgdata", server.Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        server.Begin();
        return server;
    }

    /// <summary>Starts a standby of this server, which gets by stream what is committed here and is open for reading.</summary>
    public PostgresServer StartStandby()
    {
        var standby = Create();
        standby.Run("pg_basebackup", "--pgdata", standby.Data, "--host", _folder, "--username=postgres", "--checkpoint=fast", "--write-recovery-conf", "--no-sync");
        standby.Begin();
        return standby;
    }

    /// <summary>As when its machine fails: no last checkpoint, every connection cut.</summary>
    public void Crash() => Run("pg_ctl", "--pgdata", Data, "--mode=immediate", "--wait", "stop");

    /// <summary>Starts it again after <see cref="Crash"/>.</summary>
    public void Continue() => Run("pg_ctl", "--pgdata", Data, "--log", Path.Combine(_folder, "server.log"), "--wait", "--timeout=120", "start");

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        Shell.Try(_as.Length > 0 ? _as[0] : Program("pg_ctl"), [.. Command("pg_ctl", "--pgdata", Data, "--mode=immediate", "stop")[1..]]);
        Directory.Delete(_folder, recursive: true);
    }

    private static PostgresServer Create()
    {
        // The path of a socket may be 107 bytes at most. The server refuses to run as root.
        var folder = Directory.CreateTempSubdirectory("sendra-pg-").FullName;
        string[] asUser = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        if (asUser.Length > 0)
        {
            Shell.Run("chown", "postgres", folder);
        }

        return new PostgresServer(Programs!, folder, asUser);
    }

    private void Begin()
    {
        File.AppendAllText(Path.Combine(Data, "postgresql.conf"), $"listen_addresses = ''\nunix_socket_directories = '{_folder}'\nmax_connections = 100\n");
        Continue();
    }

    private string Data => Path.Combine(_folder, "data");

    private string Program(string name) => Path.Combine(_programs, name);

    private string[] Command(string program, params string[] arguments) => [.. _as, Program(program), .. arguments];

    private void Run(string program, params string[] arguments)
    {
        var command = Command(program, arguments);
        Shell.Run(command[0], command[1..]);
    }
}
