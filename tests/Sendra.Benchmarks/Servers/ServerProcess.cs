using System.Diagnostics;
using System.Net.Sockets;

namespace Sendra.Benchmarks.Servers;

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan startTime)
    {
        _process = process;

        // A benchmark that is interrupted leaves nothing behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        Address = address;
        StartTime = startTime;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>The most memory it ever held, in MB.</summary>
    public double PeakMemory => Megabytes(process => process.PeakWorkingSet64);

    /// <summary>The memory it holds, in MB.</summary>
    public double Memory => Megabytes(process => process.WorkingSet64);

    /// <summary>How much of the processors it has used, as user and as system.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program and waits for its first answer.</summary>
    /// <param name="program">The executable; its folder is its working directory, as in production.</param>
    /// <param name="log">The file that gets its output.</param>
    /// <param name="environment">Its settings.</param>
    /// <param name="arguments">Makes its arguments from its address.</param>
    /// <exception cref="InvalidOperationException">It ended, or gave no answer.</exception>
    public static async Task<ServerProcess> StartAsync(
        string program, string log, Dictionary<string, string> environment, Func<Uri, string[]> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetDirectoryName(program) };

        // The shell lets the output go to a file instead of through this process.
        foreach (var argument in (string[])["-c", "exec \"$@\" >>\"$0\" 2>&1", log, program, .. arguments(address)])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        try
        {
            await WaitForAnswerAsync(process, new Uri(address, "/health/live"), log);
            return new ServerProcess(process, address, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    private static async Task WaitForAnswerAsync(Process process, Uri address, string log)
    {
        using var client = new HttpClient();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience && !process.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException exception) when (exception.InnerException is SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException($"A server gave no answer; it said: {await File.ReadAllTextAsync(log)}");
    }

    private double Megabytes(Func<Process, long> read)
    {
        _process.Refresh();
        return read(_process) / 1024d / 1024;
    }
}
