namespace Sendra.Client.Http;

/// <summary>A call of the API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base URL, with its query.</param>
internal sealed record ApiCall(HttpMethod Method, string Path)
{
    /// <summary>What to send as JSON; null for no body.</summary>
    public object? Body { get; init; }

    /// <summary>What to send when it isn't JSON that is still to be written.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Makes the call safe to repeat.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether doing it twice is as good as once, though its method doesn't promise that.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the answer is read while it arrives, however long it is.</summary>
    public bool IsStreamed { get; init; }
}
