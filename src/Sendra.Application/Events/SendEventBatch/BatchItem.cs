using Sendra.Application.Events.SendEvent;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>One event of a batch: what the sender wrote, or why it can't be read.</summary>
/// <param name="Event">What the sender wrote; null if it can't be read.</param>
/// <param name="Errors">What is wrong, by JSON field name, if it can't be read.</param>
public sealed record BatchItem(SendEventCommand? Event, IReadOnlyDictionary<string, string[]>? Errors);
