using System.Diagnostics;

namespace Sendra.Benchmarks.Load;

/// <summary>Single calls as people and senders make them: one connection, some calls a second, whatever else happens.</summary>
internal static class PacedLoad
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Sends all calls; the next one goes out a while after the answer.</summary>
    public static LoadResult Run(Uri server, IEnumerable<byte[]> calls)
    {
        using var connection = new LoadConnection(server);
        var milliseconds = new List<double>();
        var total = default(Answer);
        var started = Stopwatch.GetTimestamp();
        foreach (var call in calls)
        {
            connection.Send(call);
            Answer? answer;
            do
            {
                answer = connection.Receive();
            }
            while (answer is null);

            total = total.Plus(answer.Value);
            if (answer.Value.Refused == 0)
            {
                milliseconds.Add(connection.Waited.TotalMilliseconds);
            }

            Thread.Sleep(Pace);
        }

        milliseconds.Sort();
        return new LoadResult(
            total.Events, total.Enrolled, total.Exited, total.Refused, Stopwatch.GetElapsedTime(started).TotalSeconds, 0, [.. milliseconds]);
    }
}
