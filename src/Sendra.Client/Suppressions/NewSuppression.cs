namespace Sendra.Client.Suppressions;

/// <summary>An address to suppress.</summary>
public sealed record NewSuppression
{
    /// <summary>The address.</summary>
    public required string Email { get; init; }

    /// <summary>Whether it gets no marketing, or no email at all. Default: all.</summary>
    public SuppressionScope? Scope { get; init; }
}
