namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>An event name that was received but is not declared.</summary>
/// <param name="Name">The name; case counts.</param>
/// <param name="ReceivedCount">How many events of the name arrived.</param>
/// <param name="FirstReceivedAt">When the first one arrived.</param>
/// <param name="LastReceivedAt">When the last one arrived.</param>
/// <param name="Declarable">Whether it may be declared.</param>
/// <param name="Reason">Why not, as a sentence; null when it may.</param>
public sealed record UndeclaredNameResponse(
    string Name, long ReceivedCount, DateTimeOffset FirstReceivedAt, DateTimeOffset LastReceivedAt, bool Declarable, string? Reason);
