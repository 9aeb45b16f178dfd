namespace Sendra.Application.Access;

/// <summary>Where a session is used, as its owner recognizes it.</summary>
/// <param name="Address">The IP address.</param>
/// <param name="UserAgent">What the browser says it is, cut to <see cref="MaxUserAgentLength"/> characters; null if it says nothing.</param>
public readonly record struct SessionClient(string? Address, string? UserAgent)
{
    /// <summary>The maximum length of an address in characters.</summary>
    public const int MaxAddressLength = 64;

    /// <summary>The maximum length of a user agent in characters.</summary>
    public const int MaxUserAgentLength = 300;
}
