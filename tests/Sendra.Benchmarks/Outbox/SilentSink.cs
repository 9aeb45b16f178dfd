namespace Sendra.Benchmarks.Outbox;

/// <summary>Receivers of calls that read and never answer: one at each address of this machine.</summary>
internal sealed class SilentSink : Sink
{
    /// <summary>The address of one of them.</summary>
    public string UrlOf(int receiver) => $"http://127.1.{receiver / 250}.{(receiver % 250) + 1}:{Port}/";

    protected override async Task ServeAsync(StreamReader reader, Func<string, Task> sayAsync)
    {
        Take();
        while (await reader.ReadLineAsync() is not null)
        {
        }
    }
}
