using Sendra.Application.Events.SendEvent;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>One event of a batch: what the sender said, or why it can't even be read.</summary>
/// <param name="Event">What the sender said; null when it can't be read.</param>
/// <param name="Errors">What is wrong, by JSON field name, when it can't be read.</param>
public sealed record BatchItem(SendEventCommand? Event, IReadOnlyDictionary<string, string[]>? Errors);
