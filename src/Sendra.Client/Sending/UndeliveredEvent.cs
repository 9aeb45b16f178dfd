using Sendra.Client.Events;

namespace Sendra.Client.Sending;

/// <summary>An event that didn't get into the log, or perhaps not.</summary>
/// <param name="Event">The event.</param>
/// <param name="Code">
/// Why: Sendra's code for it, such as <c>validationFailed</c>, or <c>queueFull</c>, <c>unreachable</c> (given up) or <c>stopped</c>.
/// </param>
/// <param name="Message">Why, in words.</param>
/// <param name="Errors">What is wrong with its fields, if that is why.</param>
/// <param name="MayBeStored">Whether it may have arrived all the same: it was on its way when the connection broke.</param>
public sealed record UndeliveredEvent(
    SendEvent Event, string Code, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors, bool MayBeStored);
