using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Sendra.ReliabilityTests.Common;

/// <summary>The real program in a process of its own, to be stopped in every way a process can be.</summary>
internal sealed class SendraProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });

    private static readonly string Program = typeof(SendraProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "WebApi").Value!;

    private readonly Process _process;
    private readonly string _log;

    private SendraProcess(Process process, Uri address, string log) => (_process, Address, _log) = (process, address, log);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>What it wrote so far.</summary>
    public string Output => File.Exists(_log) ? File.ReadAllText(_log) : "";

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="log">The file that gets its output.</param>
    /// <param name="settings">More settings.</param>
    /// <param name="first">A command for the shell before it.</param>
    public static async Task<SendraProcess> StartAsync(
        FaultyDatabase database, string log, IReadOnlyDictionary<string, string>? settings = null, string first = "")
    {
        var node = Launch(database, log, settings, first);
        try
        {
            await node.UntilReadyAsync();
            return node;
        }
        catch
        {
            // Nobody else would end it, and every test after this one would have it beside itself.
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits for nothing.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="log">The file that gets its output.</param>
    /// <param name="settings">More settings.</param>
    /// <param name="first">A command for the shell before it.</param>
    /// <param name="arguments">Its command line.</param>
    public static SendraProcess Launch(
        FaultyDatabase database, string log, IReadOnlyDictionary<string, string>? settings = null, string first = "", params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");

        // The shell lets the output go to a file; then the program takes its place, under the same process id.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{first}\nexec dotnet \"$@\" >>\"$0\" 2>&1", log, Program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(Program),
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Database__Provider"] = database.Provider;
        start.Environment["ConnectionStrings__Sendra"] = database.ConnectionString;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new SendraProcess(Process.Start(start)!, address, log);
    }

    public async Task UntilReadyAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Sendra did not become ready; it said: {Output}");
            }

            if (await StatusAsync("/health/ready") == 200)
            {
                return;
            }
        }
    }

    /// <summary>The status of an answer; null when there was none.</summary>
    public async Task<int?> StatusAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, path));
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What a counter of it says at <c>/metrics</c>.</summary>
    public async Task<long> MetricAsync(string name)
    {
        var lines = (await Http.GetStringAsync(new Uri(Address, "/metrics"))).Split('\n');
        return (long)lines.Where(line => line.StartsWith(name, StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The most memory that it has used so far, in MB.</summary>
    public long PeakMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>kill -9: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as an operator does.</summary>
    public void Terminate() => Shell.Run("kill", "-TERM", $"{_process.Id}");

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
