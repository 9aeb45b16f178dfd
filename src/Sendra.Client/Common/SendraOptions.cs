namespace Sendra.Client.Common;

/// <summary>Where Sendra is, and how patient calls are.</summary>
public sealed record SendraOptions
{
    /// <summary>Where Sendra is: <c>https://sendra.example.com</c>, with a path if it is behind one.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>An API key of the workspace: <c>sendra_…</c>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// How often a call is tried again after 429, 503 or a broken connection. Default: 5. A call whose repetition could do something twice is
    /// tried again only when Sendra can't have done it.
    /// </summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>The first wait before a try when Sendra doesn't say how long; it doubles each time, up to 30 seconds. Default: half a second.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait that is taken from Retry-After. If Sendra asks for more, the call fails at once. Default: 2 minutes.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one try may take. Default: 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>What is wrong with these options; null when nothing is.</summary>
    internal string? Problem => this switch
    {
        { BaseUrl: null or { IsAbsoluteUri: false } } => "BaseUrl must be an absolute URL.",
        { BaseUrl.Scheme: not ("http" or "https") } => "BaseUrl must be an http or https URL.",
        { ApiKey: null or "" } => "ApiKey is missing.",
        { ApiKey: { } key } when key.Any(letter => letter is <= ' ' or > '~') => "ApiKey holds characters that no key has.",
        { MaxRetries: < 0 } => "MaxRetries must not be negative.",
        _ when RetryDelay < TimeSpan.Zero => "RetryDelay must not be negative.",
        _ when MaxRetryAfter < TimeSpan.Zero => "MaxRetryAfter must not be negative.",
        _ when AttemptTimeout < TimeSpan.FromMilliseconds(10) || AttemptTimeout > TimeSpan.FromDays(1) => "AttemptTimeout must be between 10 milliseconds and a day.",
        _ => null,
    };
}
