using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>An event name that was received but is not declared (P3).</summary>
/// <param name="Name">The name; case counts.</param>
/// <param name="ReceivedCount">How many events of the name arrived.</param>
/// <param name="FirstReceivedAt">When the first one arrived.</param>
/// <param name="LastReceivedAt">When the last one arrived.</param>
public sealed record UndeclaredName(string Name, long ReceivedCount, DateTimeOffset FirstReceivedAt, DateTimeOffset LastReceivedAt)
{
    /// <summary>Whether it may be declared (P1).</summary>
    public bool Declarable => Reason is null;

    /// <summary>Why it can't be declared, as a sentence, or null when it can (P1).</summary>
    public string? Reason => ReasonAgainst(Name);

    internal static string? ReasonAgainst(string? name) =>
        PatternName.TryParse(name, out _, out var problem) ? null : $"A pattern's name {problem}.";
}
