using System.Diagnostics;
using System.Net.Sockets;

namespace Sendra.Benchmarks.Load;

/// <summary>
/// Sends a fixed number of calls over some connections, each with one call under way, from one thread: as frugal as
/// the load generators written in C, and it knows exactly what was acknowledged.
/// </summary>
internal static class LoadGenerator
{
    /// <summary>Sends all calls and reads all answers.</summary>
    /// <param name="servers">Where to; connections go to one after the other.</param>
    /// <param name="connections">How many calls are under way at once.</param>
    /// <param name="calls">The calls, ready to send.</param>
    /// <exception cref="InvalidOperationException">An answer was neither 2xx nor 503 with Retry-After.</exception>
    public static LoadResult Run(IReadOnlyList<Uri> servers, int connections, IEnumerable<byte[]> calls)
    {
        using var remaining = calls.GetEnumerator();
        var busy = new Dictionary<Socket, LoadConnection>();
        var milliseconds = new List<double>();
        var total = default(Answer);
        var started = Stopwatch.GetTimestamp();
        while (busy.Count < connections && remaining.MoveNext())
        {
            var connection = new LoadConnection(servers[busy.Count % servers.Count]);
            busy.Add(connection.Socket, connection);
            connection.Send(remaining.Current);
        }

        for (var ready = new List<Socket>(connections); busy.Count > 0;)
        {
            ready.Clear();
            ready.AddRange(busy.Keys);
            Socket.Select(ready, null, null, -1);
            foreach (var connection in ready.ConvertAll(socket => busy[socket]))
            {
                if (connection.Receive() is not { } answer)
                {
                    continue;
                }

                if (answer.Refused == 0)
                {
                    milliseconds.Add(connection.Waited.TotalMilliseconds);
                }

                total = total.Plus(answer);
                if (remaining.MoveNext())
                {
                    connection.Send(remaining.Current);
                }
                else
                {
                    busy.Remove(connection.Socket);
                    connection.Dispose();
                }
            }
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        milliseconds.Sort();
        return new LoadResult(total.Events, total.Enrolled, total.Exited, total.Refused, seconds, 0, [.. milliseconds]);
    }
}
