using System.Globalization;

namespace Sendra.Benchmarks.Outbox;

/// <summary>A receiver of calls that says yes at once.</summary>
internal sealed class CallSink : Sink
{
    private const string Length = "content-length:";

    protected override async Task ServeAsync(StreamReader reader, Func<string, Task> sayAsync)
    {
        var body = new char[64 * 1_024];
        while (await reader.ReadLineAsync() is not null)
        {
            var length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                length = line.StartsWith(Length, StringComparison.OrdinalIgnoreCase) ? int.Parse(line.AsSpan(Length.Length), CultureInfo.InvariantCulture) : length;
            }

            await reader.ReadBlockAsync(body.AsMemory(0, length));
            Take();
            await sayAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    }
}
