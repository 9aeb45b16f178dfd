using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>An event name that was received but isn't declared.</summary>
/// <param name="Name">The name. Case-sensitive.</param>
/// <param name="ReceivedCount">How many events with this name arrived.</param>
/// <param name="FirstReceivedAt">When the first one arrived.</param>
/// <param name="LastReceivedAt">When the last one arrived.</param>
public sealed record UndeclaredName(string Name, long ReceivedCount, DateTimeOffset FirstReceivedAt, DateTimeOffset LastReceivedAt)
{
    /// <summary>Whether it can be declared.</summary>
    public bool Declarable => Reason is null;

    /// <summary>Why not, as a sentence; null if it can.</summary>
    public string? Reason => ReasonAgainst(Name);

    internal static string? ReasonAgainst(string? name) =>
        PatternName.TryParse(name, out _, out var problem) ? null : $"A pattern's name {problem}.";
}
