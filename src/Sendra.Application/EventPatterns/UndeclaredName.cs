using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>An event name that was received but is not declared.</summary>
/// <param name="Name">The name; case counts.</param>
/// <param name="ReceivedCount">How many events of the name arrived.</param>
/// <param name="FirstReceivedAt">When the first one arrived.</param>
/// <param name="LastReceivedAt">When the last one arrived.</param>
public sealed record UndeclaredName(string Name, long ReceivedCount, DateTimeOffset FirstReceivedAt, DateTimeOffset LastReceivedAt)
{
    /// <summary>Whether it may be declared.</summary>
    public bool Declarable => Reason is null;

    /// <summary>Why not, as a sentence; null when it may.</summary>
    public string? Reason => ReasonAgainst(Name);

    internal static string? ReasonAgainst(string? name) =>
        PatternName.TryParse(name, out _, out var problem) ? null : $"A pattern's name {problem}.";
}
