namespace Sendra.Client.Http;

/// <summary>What the handler that repeats calls knows of one.</summary>
/// <param name="IsRepeatable">Whether doing it twice is as good as once.</param>
/// <param name="IsStreamed">Whether the answer is read while it arrives.</param>
internal sealed record CallFacts(bool IsRepeatable, bool IsStreamed)
{
    private static readonly HttpRequestOptionsKey<CallFacts> Key = new("Sendra.CallFacts");

    private static readonly CallFacts None = new(false, false);

    public static CallFacts Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var facts) ? facts : None;

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);
}
