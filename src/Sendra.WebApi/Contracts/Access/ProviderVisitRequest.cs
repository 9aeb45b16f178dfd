namespace Sendra.WebApi.Contracts.Access;

/// <summary>What to do after the provider has let the person in.</summary>
public sealed record ProviderVisitRequest
{
    /// <summary>The path of the app to go to. If omitted, or if it isn't a path of the app, its home page.</summary>
    /// <example>/contacts</example>
    public string? Next { get; init; }

    /// <summary>The token of an invitation. A person without an account joins by it.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    public string? Invitation { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ProviderVisitRequest);
}
